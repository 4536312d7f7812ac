"""Where makers keep serial number, version and model: the enterprises from 8000 on. The form of the table is told in
probes/snmp_objects.py.
"""

from __future__ import annotations

TABLE = """
8000
  serial   8000.22.9.2                UHP serialNumber
8239
  version  8239.2.1.2.1.1             JUNIPER-WX-MIB jnxWxSysSwVersion
  serial   8239.2.1.2.1.3             JUNIPER-WX-MIB jnxWxSysSerialNumber
8691
  serial   8691.602.1.1.2.2.3         MOXA-SYSTEM-INFO-MIB siStatProductInfoSerialNumber
  model    8691.602.1.1.2.2.5         MOXA-SYSTEM-INFO-MIB siStatProductInfoModelName
  version  8691.602.1.1.2.2.1         MOXA-SYSTEM-INFO-MIB siStatProductInfoFirmwareVersion
  serial   @.1.78                     MOXA-EDS528E-MIB serialNumber
  version  @.1.4                      MOXA-EDS528E-MIB firmwareVersion
  model    @.1.2                      MOXA-EDS528E-MIB switchModel
  model    @.1.1.1                    MOXA-NP-MIB modelName
  serial   @.1.1.2                    MOXA-NP-MIB serialNumber
  version  @.1.1.3                    MOXA-NP-MIB firmwareVersion
  model    8691.15.34.1.1.1           MOXA-AWK4131A-MIB overviewModelName
  serial   8691.15.34.1.1.3           MOXA-AWK4131A-MIB overviewSerialNumber
8741
  model    8741.2.1.1.1               SONICWALL-COMMON-MIB snwlSysModel
  serial   8741.2.1.1.2               SONICWALL-COMMON-MIB snwlSysSerialNumber
  version  8741.2.1.1.3               SONICWALL-COMMON-MIB snwlSysFirmwareVersion
8744
  model    8744.5.6.1.1.1             COLUBRIS-SYSTEM-MIB systemProductName
  version  8744.5.6.1.1.2             COLUBRIS-SYSTEM-MIB systemFirmwareRevision
  serial   8744.5.6.1.1.5             COLUBRIS-SYSTEM-MIB systemSerialNumber
8886
  version  8886.6.1.1.1.1             Raisecom rcSwitchRoseVersion
  serial   8886.6.1.1.1.14            Raisecom rcSwitchSerialNumber
  version  8886.60.131.1.1.1          Raisecom rosMgmtRosVersion
  serial   8886.60.131.1.1.4          Raisecom rosMgmtSerialNumber
8962
  serial   8962.2.1.2.1.1.5           McAfee-IntruVert ivSysSerialNumber
  model    8962.2.1.2.1.1.4           IntruShield ivSysModel
9303
  model    9303.4.3.1.1.1             PacketFront productName
  serial   9303.4.3.1.1.2             PacketFront productSerialNo
9304
  model    @.1.2.1                    CTS modelName
  serial   @.1.2.14                   CTS serialNumber
9557
  serial   9557.1.2.2                 Synso syupsSerialNo
9804
  model    9804.3.1.1.2.1.30          LEFTHAND-NETWORKS-NSM-INFO-MIB infoModel
  serial   9804.3.1.1.2.1.34          LEFTHAND-NETWORKS-NSM-INFO-MIB infoSerialNumber
  version  9804.3.1.1.2.1.51          LEFTHAND-NETWORKS-NSM-INFO-MIB infoSoftwareVersion
10002
  model    .1.2.840.10036.3.1.2.1.3   IEEE802dot11-MIB dot11manufacturerProductName
  version  .1.2.840.10036.3.1.2.1.4   IEEE802dot11-MIB dot11manufacturerProductVersion
  model    41112.1.6.3.3              UBNT-UniFi-MIB unifiApSystemModel
  version  41112.1.6.3.6              UBNT-UniFi-MIB unifiApSystemVersion
10297
  version  10297.202.7000.1.1.10      Advantech firmwareVersion
  version  10297.100.1.4              Advantech sysImageVersion
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
10529
  version  10529.300.1.3.2            Gemtek gemtekDevCpeFirmwareVersion
10642
  model    10642.1.1                  ZEBRA-MIB zbrGeneralModel
  version  10642.1.2                  ZEBRA-MIB zbrGeneralFirmwareVersion
  serial   10642.1.9                  ZEBRA-MIB zbrGeneralUniqueId
10728
  serial   10728.2.1.1.1.1            REDLINE-SYSTEM-MIB redlineSystemSerialNumber
10734
  serial   10734.3.9.2.1.1            TPT-NGFW-SYSTEM-MIB tptNgfwSystemSerial
  version  10734.3.9.2.1.2            TPT-NGFW-SYSTEM-MIB tptNgfwSystemSoftwareVersion
10950
  version  10950.1.1.2.2              Netrake systemSoftwareVersion
11256
  model    11256.1.0.1                STORMSHIELD-PROPERTY-MIB snsModel
  serial   11256.1.0.3                STORMSHIELD-PROPERTY-MIB snsSerialNumber
  version  11256.1.0.2                STORMSHIELD-PROPERTY-MIB snsVersion
11863
  model    11863.6.1.1.5              TPLINK-SYSINFO-MIB tpSysInfoHwVersion
  version  11863.6.1.1.6              TPLINK-SYSINFO-MIB tpSysInfoSwVersion
  serial   11863.6.1.1.8              TPLINK-SYSINFO-MIB tpSysInfoSerialNum
11898
  serial   11898.2.1.1.1.1.1.2        ORiNOCO-MIB oriSystemInvMgmtTableComponentSerialNumber
12124
  serial   12124.2.51.1.3             ISILON-MIB chassisSerialNumber
  model    12124.2.51.1.4             ISILON-MIB chassisModel
12148
  model    12148.10.2.6               SP2-MIB powerSystemType
  serial   12148.9.2.1.3.7            ELTEK-DISTRIBUTED-MIB systemSiteInfoSystemSeriaNum
  version  12148.9.1.18.7             ELTEK-DISTRIBUTED-MIB softwareVersion
12196
  version  12196.13.0.1               KEMP version
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
  serial   12356.106.1.1.1            FORTINET-FORTISWITCH-MIB fsSysSerial
  serial   12356.1.2                  FORTINET-MIB fnSysSerial
  version  12356.1.3                  FORTINET-MIB fnSysVersion
  model    12356.115.1.1              FORTINET-FORTIVOICE-MIB fvSysModel
  model    12356.112.1.1              FORTINET-FORTIADC-MIB fadcSysModel
  serial   12356.112.1.2              FORTINET-FORTIADC-MIB fadcSysSerial
  version  12356.112.1.3              FORTINET-FORTIADC-MIB fadcSysVersion
  version  12356.120.1.1              FORTINET-FORTIAP-MIB fapVersion
  serial   12356.120.1.2              FORTINET-FORTIAP-MIB fapSerialNum
  serial   12356.118.1.2              FORTINET-FORTIWAN-MIB fwnSysSerial
  version  12356.118.1.3              FORTINET-FORTIWAN-MIB fwnSysVersion
12394
  version  12394.1.1.1.2              ALVARION-DOT11-WLAN-MIB brzaccVLRunningSoftwareVersion
  serial   12394.1.10.5.6.1.1.5       ALVARION-SYSTEM-MIB systemSerialNumber
  model    12394.1.10.5.6.1.1.1       ALVARION-SYSTEM-MIB systemProductName
  serial   12394.1.1.1.21             ALVARION-DOT11-WLAN-MIB brzaccVLSerialNumber
12532
  model    12532.6                    JUNIPER-IVE-MIB productName
  version  12532.7                    JUNIPER-IVE-MIB productVersion
12740
  model    12740.2.1.11.1.1           EQLMEMBER-MIB eqlMemberModel
  serial   12740.2.1.11.1.2           EQLMEMBER-MIB eqlMemberSerialNumber
12919
  serial   12919.12.1                 XAVI-XG6846-MIB serialnum
13191
  model    13191.10.3.3.2.2.2.1.8     ONEACCESS-SYS-MIB oacExpIMSysHwcProductName
  serial   13191.10.3.3.2.2.2.1.5     ONEACCESS-SYS-MIB oacExpIMSysHwcSerialNumber
13315
  serial   13315.3.2.2.1.3            BCN-SYSTEM-MIB bcnSysIdSerial
  version  13315.3.2.2.1.2            BCN-SYSTEM-MIB bcnSysIdOSRelease
13400
  model    13400.2.54.1.2             Emerson identModel
  model    13400.2.14.1.2             Emerson identModel
  model    13400.2.16.1.2             Emerson identModel
13458
  serial   13458.1.1.2                atmedia acSerialNumber
13464
  model    13464.1.2.1.1.2.15         GBN productName
  version  13464.1.2.1.1.2.2          GBN softwareVersion
  serial   13464.1.2.1.1.2.19         GBN prodSerialNo
13576
  serial   13576.10.1.3               WAGO-MIB wioSerialNumber
  version  13576.10.1.10.4            WAGO-MIB wioFirmwareVersion
  model    13576.10.1.1               WAGO-MIB wioArticleName
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
  model    13858.2.1.2                VPWR-DC-POWER-MIB vpwrIdentModel
  version  13858.2.1.3                VPWR-DC-POWER-MIB vpwrIdentControllerVersion
13885
  model    13885.101.1.1.4            Polycom identityDeviceModel
  serial   13885.101.1.1.5            Polycom identityDeviceSerialNumber
  version  13885.101.1.1.1            Polycom identitySoftwareInfo
14125
  serial   14125.100.1.7              EnGenius entSN
  version  14125.100.1.9              EnGenius entAppVersion
14179
  model    14179.1.1.1.3              AIRESPACE-SWITCHING-MIB agentInventoryMachineModel
  serial   14179.1.1.1.4              AIRESPACE-SWITCHING-MIB agentInventorySerialNumber
  version  14179.1.1.1.14             AIRESPACE-SWITCHING-MIB agentInventoryProductVersion
14331
  version  14331.5.5.1.3.3            Topsec sysSoftwareVersion
14525
  serial   14525.4.2.1.1              TRAPEZE-NETWORKS-BASIC-MIB trpzSerialNumber
14817
  version  14817.7.1.2.1.2            Aprisa fourRFSystemSoftwareVersion
  serial   14817.7.1.2.1.10           Aprisa fourRFSystemSerialNumber
14823
  model    14823.2.2.1.2.1.3          WLSX-SYSTEMEXT-MIB wlsxSysExtModelName
  version  14823.2.2.1.2.1.28         WLSX-SYSTEMEXT-MIB wlsxSysExtSwVersion
  serial   14823.2.2.1.2.1.29         WLSX-SYSTEMEXT-MIB wlsxSysExtSerialNumber
  serial   14823.2.3.3.1.2.1.1.4      AI-AP-MIB aiAPSerialNum
  model    14823.2.3.3.1.2.1.1.6      AI-AP-MIB aiAPModelName
  model    14823.1.6.1.1.1.1.1.1      CPPM-MIB cppmSystemModel
  serial   14823.1.6.1.1.1.1.1.2      CPPM-MIB cppmSystemSerialNumber
  version  14823.1.6.1.1.1.1.1.3      CPPM-MIB cppmSystemVersion
14851
  serial   14851.3.1.4.3              SNIA-SML-MIB chassis-SerialNumber
  model    14851.3.1.4.2              SNIA-SML-MIB chassis-Model
  version  14851.3.1.3.4              SNIA-SML-MIB product-Version
14988
  serial   14988.1.1.7.3              MIKROTIK-MIB mtxrSerialNumber
  version  14988.1.1.4.4              MIKROTIK-MIB mtxrLicVersion
  model    14988.1.1.7.8              MIKROTIK-MIB mtxrBoardName
"""
