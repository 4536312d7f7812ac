"""The objects of makers' MIBs, continued: the enterprises from 10000 on. probes/snmp_objects.py says how to read it."""

from __future__ import annotations

TABLE = """
10002
  model    .1.2.840.10036.3.1.2.1.3   IEEE802dot11-MIB dot11manufacturerProductName
  version  .1.2.840.10036.3.1.2.1.4   IEEE802dot11-MIB dot11manufacturerProductVersion
  model    41112.1.6.3.3              UBNT-UniFi-MIB unifiApSystemModel
  version  41112.1.6.3.6              UBNT-UniFi-MIB unifiApSystemVersion
10418
  model    10418.16.2.1.2             ACS-MIB acsProductModel
  serial   10418.16.2.1.4             ACS-MIB acsSerialNumber
  version  10418.16.2.1.7             ACS-MIB acsFirmwareVersion
  model    10418.17.2.1.2             PM-MIB pmProductModel
  serial   10418.17.2.1.4             PM-MIB pmSerialNumber
  version  10418.17.2.1.7             PM-MIB pmFirmwareVersion
  model    10418.26.2.1.2             ACS8000-MIB acsProductModel
  serial   10418.26.2.1.4             ACS8000-MIB acsSerialNumber
  version  10418.26.2.1.7             ACS8000-MIB acsFirmwareVersion
10456
  model    10456.3.1.1                Planet productModel
  serial   10456.3.1.3                Planet productSerialNumber
10642
  model    10642.1.1                  ZEBRA-MIB zbrGeneralModel
  version  10642.1.2                  ZEBRA-MIB zbrGeneralFirmwareVersion
  serial   10642.1.9                  ZEBRA-MIB zbrGeneralUniqueId
10728
  serial   10728.2.1.1.1.1            REDLINE-SYSTEM-MIB redlineSystemSerialNumber
10734
  serial   10734.3.9.2.1.1            TPT-NGFW-SYSTEM-MIB tptNgfwSystemSerial
11256
  model    11256.1.0.1                STORMSHIELD-PROPERTY-MIB snsModel
  serial   11256.1.0.3                STORMSHIELD-PROPERTY-MIB snsSerialNumber
  version  11256.1.0.2                STORMSHIELD-PROPERTY-MIB snsVersion
11863
  model    11863.6.1.1.5              TPLINK-SYSINFO-MIB tpSysInfoHwVersion
  version  11863.6.1.1.6              TPLINK-SYSINFO-MIB tpSysInfoSwVersion
  serial   11863.6.1.1.8              TPLINK-SYSINFO-MIB tpSysInfoSerialNum
12124
  serial   12124.2.51.1.3             ISILON-MIB chassisSerialNumber
  model    12124.2.51.1.4             ISILON-MIB chassisModel
12148
  model    12148.10.2.6               SP2-MIB powerSystemType
12356
  serial   12356.100.1.1.1            FORTINET-CORE-MIB fnSysSerial
  version  12356.101.4.1.1            FORTINET-FORTIGATE-MIB fgSysVersion
  version  12356.103.2.1.7            FORTINET-FORTIMANAGER-FORTIANALYZER-MIB fmSysVersion
  version  12356.105.1.3              FORTINET-FORTIMAIL-MIB fmlSysVersion
  serial   12356.105.1.2              FORTINET-FORTIMAIL-MIB fmlSysSerial
  model    12356.105.1.1              FORTINET-FORTIMAIL-MIB fmlSysModel
  model    12356.113.1.1              FORTINET-FORTIAUTHENTICATOR-MIB facSysModel
  serial   12356.113.1.2              FORTINET-FORTIAUTHENTICATOR-MIB facSysSerial
  version  12356.113.1.3              FORTINET-FORTIAUTHENTICATOR-MIB facSysVersion
  version  12356.118.3.1.1            FORTINET-FORTISANDBOX-MIB fsaSysVersion
  version  12356.106.3.1              FORTINET-FORTISWITCH-MIB fsSysVersion
  -        12356.107.2.1.2            FORTINET-FORTIWEB-MIB fwSysVersion
  version  12356.106.4.1.1            FORTINET-FORTISWITCH-MIB fsSysVersion
12394
  version  12394.1.1.1.2              ALVARION-DOT11-WLAN-MIB brzaccVLRunningSoftwareVersion
  serial   12394.1.10.5.6.1.1.5       ALVARION-SYSTEM-MIB systemSerialNumber
  model    12394.1.10.5.6.1.1.1       ALVARION-SYSTEM-MIB systemProductName
12532
  model    12532.6                    JUNIPER-IVE-MIB productName
  version  12532.7                    JUNIPER-IVE-MIB productVersion
12740
  model    12740.2.1.11.1.1           EQLMEMBER-MIB eqlMemberModel
  serial   12740.2.1.11.1.2           EQLMEMBER-MIB eqlMemberSerialNumber
13191
  model    13191.10.3.3.2.2.2.1.8     ONEACCESS-SYS-MIB oacExpIMSysHwcProductName
  serial   13191.10.3.3.2.2.2.1.5     ONEACCESS-SYS-MIB oacExpIMSysHwcSerialNumber
13400
  model    13400.2.54.1.2             Emerson identModel
  model    13400.2.14.1.2             Emerson identModel
  model    13400.2.16.1.2             Emerson identModel
13464
  model    13464.1.2.1.1.2.15         GBN productName
  version  13464.1.2.1.1.2.2          GBN softwareVersion
  serial   13464.1.2.1.1.2.19         GBN prodSerialNo
13576
  serial   13576.10.1.3               WAGO-MIB wioSerialNumber
  version  13576.10.1.10.4            WAGO-MIB wioFirmwareVersion
13742
  model    13742.6.3.2.1.1.3          PDU2-MIB pduModel
  serial   13742.6.3.2.1.1.4          PDU2-MIB pduSerialNumber
  version  13742.6.3.2.3.1.6          PDU2-MIB boardFirmwareVersion
  version  13742.4.1.1.1              PDU-MIB firmwareVersion
  serial   13742.4.1.1.2              PDU-MIB serialNumber
  model    13742.4.1.1.12             PDU-MIB objectName
  serial   13742.3.1.5                RemoteKVMDevice-MIB systemSerialNumber
13858
  version  13858.2.1.4                VPWR-DC-POWER-MIB vpwrIdentAgentSoftwareVersion
13885
  model    13885.101.1.1.4            Polycom identityDeviceModel
  serial   13885.101.1.1.5            Polycom identityDeviceSerialNumber
  version  13885.101.1.1.1            Polycom identitySoftwareInfo
14179
  model    14179.1.1.1.3              AIRESPACE-SWITCHING-MIB agentInventoryMachineModel
  serial   14179.1.1.1.4              AIRESPACE-SWITCHING-MIB agentInventorySerialNumber
  version  14179.1.1.1.14             AIRESPACE-SWITCHING-MIB agentInventoryProductVersion
14331
  version  14331.5.5.1.3.3            Topsec sysSoftwareVersion
14525
  serial   14525.4.2.1.1              TRAPEZE-NETWORKS-BASIC-MIB trpzSerialNumber
14823
  model    14823.2.2.1.2.1.3          WLSX-SYSTEMEXT-MIB wlsxSysExtModelName
  version  14823.2.2.1.2.1.28         WLSX-SYSTEMEXT-MIB wlsxSysExtSwVersion
  serial   14823.2.2.1.2.1.29         WLSX-SYSTEMEXT-MIB wlsxSysExtSerialNumber
  serial   14823.2.3.3.1.2.1.1.4      AI-AP-MIB aiAPSerialNum
  model    14823.2.3.3.1.2.1.1.6      AI-AP-MIB aiAPModelName
  model    14823.1.6.1.1.1.1.1.1      CPPM-MIB cppmSystemModel
  serial   14823.1.6.1.1.1.1.1.2      CPPM-MIB cppmSystemSerialNumber
  version  14823.1.6.1.1.1.1.1.3      CPPM-MIB cppmSystemVersion
14988
  serial   14988.1.1.7.3              MIKROTIK-MIB mtxrSerialNumber
  version  14988.1.1.4.4              MIKROTIK-MIB mtxrLicVersion
  model    14988.1.1.7.8              MIKROTIK-MIB mtxrBoardName
15004
  serial   15004.4.2.3.1              RUGGEDCOM-SYS-INFO-MIB rcDeviceInfoSerialNumber
  version  15004.4.2.3.3              RUGGEDCOM-SYS-INFO-MIB rcDeviceInfoMainSwVersion
15983
  version  15983.1.1.4.1.1.27         MERU-CONFIG-MIB mwWncVarsSoftwareVersion
  serial   15983.1.1.4.1.1.28         MERU-CONFIG-MIB mwWncVarsSerialNumber
16174
  model    16174.1.1.3.1.2            Sensatronics unitModel
  model    16174.1.1.1.1.2            Sensatronics unitModel
16177
  model    16177.1.200.1.1            WESTERMO-TDW-MIB configModelName
  serial   16177.1.200.1.2            WESTERMO-TDW-MIB configSerialNumber
  serial   16177.1.2.1.6              WESTERMO-OID-MIB serialNumber
  version  16177.1.2.1.2              WESTERMO-OID-MIB swVersion
17095
  version  17095.1.2                  ServersCheck productversion
17163
  model    17163.1.1.1.1              STEELHEAD-MIB model
  serial   17163.1.1.1.2              STEELHEAD-MIB serialNumber
  version  17163.1.1.1.3              STEELHEAD-MIB systemVersion
  model    17163.1.51.1.1             STEELHEAD-EX-MIB model
  serial   17163.1.51.1.2             STEELHEAD-EX-MIB serialNumber
  version  17163.1.51.1.3             STEELHEAD-EX-MIB systemVersion
17373
  model    17373.3.1.1                IT-Watchdogs productTitle
  version  17373.3.1.2                IT-Watchdogs productVersion
  version  17373.4.1.1.2              IT-Watchdogs productVersion
17409
  model    17409.1.3.1.3              NSCRTV-HFCEMS-COMMON-MIB commonNEModelNumber
  serial   17409.1.3.1.4              NSCRTV-HFCEMS-COMMON-MIB commonNESerialNumber
17713
  serial   17713.21.1.1.31            CAMBIUM-PMP80211-MIB cambiumEPMPMSN
  version  17713.21.1.1.17            CAMBIUM-PMP80211-MIB cambiumCurrentuImageVersion
  version  17713.1.19.1               CAMBIUM-PTP-MIB softwareVersion
  version  17713.250.10.1             CAMBIUM-PTP250-MIB softwareVersion
  model    17713.1.8.3                CAMBIUM-PTP-MIB productName
18334
  model    18334.1.1.1.1.6.2.1        KONICA-MINOLTA-MIB productName
  version  18334.1.1.1.1.6.1          KONICA-MINOLTA-MIB firmware
18418
  version  18418.1.1.1.1              Endace systemVersion
  serial   18418.1.1.1.10             Endace systemSerial
  model    18418.1.1.1.11             Endace systemModel
18928
  model    18928.1.1.1.2              ARECA-SNMP-MIB siModel
  serial   18928.1.1.1.3              ARECA-SNMP-MIB siSerial
  version  18928.1.1.1.4              ARECA-SNMP-MIB siFirmVer
  model    18928.1.130.1.2            ARECA-SNMP-MIB siModel
  serial   18928.1.130.1.3            ARECA-SNMP-MIB siSerial
  version  18928.1.130.1.4            ARECA-SNMP-MIB siFirmVer
19011
  model    19011.1.3.2.1.1.2          ISEPTOR-MIB isIdentModel
19046
  serial   19046.11.1.1.5.2.1.3       LENOVO-XCC-MIB machineLevelSerialNumber
  model    19046.11.1.1.5.2.1.5       LENOVO-XCC-MIB machineLevelProductName
  -        19046.11.1.1.5.1.1.3       LENOVO-XCC-MIB immVpdVersionString
19536
  model    19536.10.1.1.2.1.7         PANDUIT-MIB pdug5PartNumber
  version  19536.10.1.1.2.1.5         PANDUIT-MIB pdug5FirmwareVersion
  serial   19536.10.1.1.2.1.8         PANDUIT-MIB pdug5SerialNumber
19746
  model    19746.1.13.1.4             DATA-DOMAIN-MIB systemModelNumber
  serial   19746.1.13.1.1             DATA-DOMAIN-MIB systemSerialNumber
  version  19746.1.13.1.3             DATA-DOMAIN-MIB systemVersion
"""
