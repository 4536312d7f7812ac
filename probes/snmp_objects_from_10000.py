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
14179
  model    14179.1.1.1.3              AIRESPACE-SWITCHING-MIB agentInventoryMachineModel
  serial   14179.1.1.1.4              AIRESPACE-SWITCHING-MIB agentInventorySerialNumber
  version  14179.1.1.1.14             AIRESPACE-SWITCHING-MIB agentInventoryProductVersion
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
16177
  model    16177.1.200.1.1            WESTERMO-TDW-MIB configModelName
  serial   16177.1.200.1.2            WESTERMO-TDW-MIB configSerialNumber
  serial   16177.1.2.1.6              WESTERMO-OID-MIB serialNumber
17163
  model    17163.1.1.1.1              STEELHEAD-MIB model
  serial   17163.1.1.1.2              STEELHEAD-MIB serialNumber
  version  17163.1.1.1.3              STEELHEAD-MIB systemVersion
  model    17163.1.51.1.1             STEELHEAD-EX-MIB model
  serial   17163.1.51.1.2             STEELHEAD-EX-MIB serialNumber
  version  17163.1.51.1.3             STEELHEAD-EX-MIB systemVersion
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
19746
  model    19746.1.13.1.4             DATA-DOMAIN-MIB systemModelNumber
  serial   19746.1.13.1.1             DATA-DOMAIN-MIB systemSerialNumber
  version  19746.1.13.1.3             DATA-DOMAIN-MIB systemVersion
20301
  version  @.1.1.1.10                 BLADE-NETWORK-MIB agSoftwareVersion
  serial   @.1.3.1.18                 BLADE-NETWORK-MIB hwSerialNumber
20632
  serial   20632.8.28                 BWS-MIB systemSerialNumber
  version  20632.8.25                 BWS-MIB currentFirmwareVersion
20992
  version  20992.1.1.1                WIPIPE-MIB devFWVersion
21239
  version  21239.5.2.1.2              VERTIV-V5-MIB productVersion
  model    21239.5.2.1.8              VERTIV-V5-MIB productModelNumber
  serial   21239.5.2.1.10             VERTIV-V5-MIB productSerialNumber
  version  21239.2.1.2                GEIST-MIB-V3 productVersion
  model    21239.2.1.1                GEIST-MIB-V3 productTitle
22420
  model    22420.1.1.1                ACD-DESC-MIB acdDescCommercialName
  version  22420.1.1.4                ACD-DESC-MIB acdDescFirmwareVersion
22610
  serial   22610.2.4.1.6.2            A10-AX-MIB axSysSerialNumber
  version  22610.2.4.1.1.1            A10-AX-MIB axSysPrimaryVersionOnDisk
22626
  serial   22626.1.5.1.2              COMET-T5XX-MIB serialNumber
  serial   22626.1.2.2.2              COMET-WS-MIB serialNumber
23695
  serial   23695.200.1.1.1.1.2        PEPLINK-DEVICE-MIB deviceSerialNumber
  model    23695.200.1.1.1.1.1        PEPLINK-DEVICE-MIB deviceModel
  version  23695.200.1.1.1.1.3        PEPLINK-DEVICE-MIB deviceFirmwareVersion
  serial   23695.1.1.1.2              PEPLINK-BALANCE-MIB balSerialNumber
  version  23695.1.1.1.1              PEPLINK-BALANCE-MIB balFirmware
23867
  version  23867.3.1.1.1.1            SILVERPEAK-MGMT-MIB spsSystemVersion
  model    23867.3.1.1.1.2            SILVERPEAK-MGMT-MIB spsProductModel
  serial   23867.3.1.1.1.6            SILVERPEAK-MGMT-MIB spsSystemSerial
24681
  model    24681.1.2.12               NAS-MIB modelName
  model    24681.1.4.1.1.1.1.1.2.1.3  NAS-MIB enclosureModel
  serial   24681.1.4.1.1.1.1.1.2.1.4  NAS-MIB enclosureSerialNum
24686
  serial   48690.1.1                  TELTONIKA-MIB serial
  version  48690.1.6                  TELTONIKA-MIB fwVersion
25049
  serial   25049.17.1.2               OG-STATUS-MIB ogSerialNumber
  version  25049.17.1.1               OG-STATUS-MIB ogFirmwareVersion
  serial   25049.10.19.1.2            OG-OMTELEM-MIB serialNumber
  version  25049.18.1.1.1             OG-LIGHTHOUSE-MIB release
25053
  model    25053.1.1.2.1.1.1.1        RUCKUS-HWINFO-MIB ruckusHwInfoModelNumber
  serial   25053.1.1.2.1.1.1.2        RUCKUS-HWINFO-MIB ruckusHwInfoSerialNumber
  version  25053.1.1.3.1.1.1.1.1.3    RUCKUS-SWINFO-MIB ruckusSwRevName
  serial   25053.1.2.1.1.1.1.15       RUCKUS-ZD-SYSTEM-MIB ruckusZDSystemSerialNumber
  version  25053.1.2.1.1.1.1.18       RUCKUS-ZD-SYSTEM-MIB ruckusZDSystemVersion
  model    25053.1.2.1.1.1.1.9        RUCKUS-ZD-SYSTEM-MIB ruckusZDSystemModel
  serial   25053.1.4.1.1.1.15.13      RUCKUS-SZ-SYSTEM-MIB ruckusSZSystemStatsSerialNumber
  serial   25053.1.3.1.1.1.15.13      RUCKUS-SYSTEM-MIB ruckusSystemStatsSerialNumber
25461
  version  25461.2.1.2.1.1            PAN-COMMON-MIB panSysSwVersion
  serial   25461.2.1.2.1.3            PAN-COMMON-MIB panSysSerialNumber
  -        25461.2.1.2.1.2            PAN-COMMON-MIB panSysHwVersion
25506
  serial   25506.2.6.1.2.1.1.2        HH3C-ENTITY-EXT-MIB hh3cEntityExtManuSerialNum
  serial   25506.8.35.18.1.3          HH3C-LSW-DEV-ADM-MIB hh3cDevMFabricSerialNum
25651
  model    25651.1.2.1.1              EXALT-MIB modelName
  serial   25651.1.2.1.3              EXALT-MIB serialNumber
26543
  version  @.1.1.1.10                 IBM-GbTOR-MIB agSoftwareVersion
  serial   @.1.3.1.18                 IBM-GbTOR-MIB hwSerialNumber
26866
  model    26866.2.2                  GIGAMON-SNMP-MIB chassis
  serial   26866.2.4                  GIGAMON-SNMP-MIB serialNumber
26928
  serial   26928.1.2.5                AH-SYSTEM-MIB ahSystemSerial
  version  26928.1.2.12               AH-SYSTEM-MIB ahFirmwareVersion
27514
  serial   27514.1.1.10.2.1.1.24      QTECH-SYSTEM-MIB qtechSystemSerialno
  version  27514.1.1.10.2.1.1.2       QTECH-SYSTEM-MIB qtechSystemSwVersion
  serial   27514.1.2.1.1.2.19         QTECH-PRODUCT-MIB prodSerialNo
  model    27514.1.2.1.1.2.15         QTECH-PRODUCT-MIB productName
27662
  version  27662.1.1.1.1              PEPLINK-MAX-MIB maxFirmware
  serial   27662.1.1.1.2              PEPLINK-MAX-MIB maxSerialNumber
28533
  serial   28533.5.30.10.1.19         CYAN-NODE-MIB cyanNodeMfgSerialNumber
29640
  serial   29640.4.3.3                PDU-MIB pduSerialNumber
31034
  model    31034.12.1.1.2.1.1.1.5     SCHLEIFENBAUER-DATABUS-MIB sdbDevIdProductId
  serial   31034.12.1.1.2.1.1.1.6     SCHLEIFENBAUER-DATABUS-MIB sdbDevIdSerialNumber
31440
  model    31440.1.2                  EDS-MIB eProductName
33049
  serial   33049.2.1.1.1.2            GRIDMANAGER-MIB serialNumber
  version  33049.2.1.1.1.3            GRIDMANAGER-MIB swVersion
33234
  serial   33234.1.1.1.1              HALON-SP-MIB serialNumber
33555
  serial   33555.1.1.1.2              RAY-MIB serialNumber
  model    33555.1.1.1.1              RAY-MIB productName
  version  33555.1.1.2.2              RAY-MIB swVer
  serial   33555.4.1.1.2              RAY3-MIB serialNumber
  model    33555.4.1.1.1              RAY3-MIB productName
  version  33555.4.1.2.2              RAY3-MIB swVer
34086
  model    34086.2.2.12.1.3           TALARI-MIB tnStatsApplianceModelName
  serial   34086.2.2.12.1.12          TALARI-MIB tnStatsApplianceSerialNumber
  version  34086.2.2.12.1.14          TALARI-MIB tnStatsApplianceSoftwareVersion
35265
  serial   2076.81.1.120              ARICENT-ISS-MIB serialNumber
  serial   89.53.14.1.5               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSerialNum
  model    89.53.14.1.14              RADLAN-Physicaldescription-MIB rlPhdUnitGenParamModelName
  version  89.53.14.1.2               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSoftwareVersion
36673
  model    36673.100.1.2.1.1.2        IPI-CMM-CHASSIS-MIB cmmStackUnitModelName
  serial   36673.100.1.2.1.1.3        IPI-CMM-CHASSIS-MIB cmmStackUnitSerialNumber
38446
  serial   38446.1.1.2.1.11           ENLOGIC-PDU-MIB pduNamePlateSerialNumber
  model    38446.1.1.2.1.10           ENLOGIC-PDU-MIB pduNamePlateModelNumber
  version  38446.1.1.2.1.13           ENLOGIC-PDU-MIB pduNamePlateFirmwareVersion
39145
  model    39145.10.1                 ICT-MIB deviceModel
  model    39145.11.1                 ICT-MIB deviceModel
  model    39145.12.1                 ICT-MIB deviceModel
39165
  model    39165.1.1                  HIK-DEVICE-MIB deviceType
  version  39165.1.3                  HIK-DEVICE-MIB softwVersion
  -        39165.1.6                  HIK-DEVICE-MIB manufacturer
41112
  model    41112.1.6.3.3              UBNT-UniFi-MIB unifiApSystemModel
  version  41112.1.6.3.6              UBNT-UniFi-MIB unifiApSystemVersion
  version  41112.1.3.2.1.40           UBNT-AirFIBER-MIB fwVersion
  model    .1.2.840.10036.3.1.2.1.3   IEEE802dot11-MIB dot11manufacturerProductName
  version  .1.2.840.10036.3.1.2.1.4   IEEE802dot11-MIB dot11manufacturerProductVersion
  version  41112.1.5.1.3              UBNT-EdgeMAX-MIB ubntVersion
  model    41112.1.5.1.1              UBNT-EdgeMAX-MIB ubntModel
  serial   41112.1.5.1.2              UBNT-EdgeMAX-MIB ubntSerialNumber
  version  41112.1.10.1.3.4           UI-AF60-MIB afLTUFirmwareVersion
43356
  serial   43356.2.1.2.1.2            MIMOSA-NETWORKS-BFIVE-MIB mimosaSerialNumber
  version  43356.2.1.2.1.3            MIMOSA-NETWORKS-BFIVE-MIB mimosaFirmwareVersion
46242
  version  46242.1                    NETONIX-SWITCH-MIB firmwareVersion
48690
  serial   48690.1.1                  TELTONIKA-MIB serial
  version  48690.1.6                  TELTONIKA-MIB fwVersion
52642
  serial   52642.1.1.10.2.1.1.24      FS-SYSTEM-MIB fsSystemSerialno
  version  52642.1.1.10.2.1.1.2       FS-SYSTEM-MIB fsSystemSwVersion
52674
  model    318.1.4.2.2.1.2            PowerNet-MIB modelNumber
  serial   318.1.4.2.2.1.3            PowerNet-MIB serialNumber
55062
  model    55062.1.12.3               QTS-MIB systemModel
  serial   55062.1.12.5               QTS-MIB systemSerialNumber
  version  55062.1.12.6               QTS-MIB firmwareVersion
  model    55062.2.12.3               QUTSHERO-MIB systemModel
  serial   55062.2.12.5               QUTSHERO-MIB systemSerialNumber
  version  55062.2.12.6               QUTSHERO-MIB firmwareVersion
55108
  serial   55108.1.1.2                UPDU-MIB upduInfoSerialNumber
  model    55108.1.1.1                UPDU-MIB upduInfoPartNumber
1004849
  version  1004849.2.1.1.1            DAHUA-SNMP-MIB softwareRevision
  serial   1004849.2.1.2.4            DAHUA-SNMP-MIB serialNumber
  model    1004849.2.1.2.6            DAHUA-SNMP-MIB deviceType
"""
