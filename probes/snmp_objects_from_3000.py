"""The objects of makers' MIBs, continued: the enterprises from 3000 on. probes/snmp_objects.py says how to read it."""

from __future__ import annotations

TABLE = """
3052
  version  3052.42.2.16.2             Asentria sysVersion
  version  3052.43.2.16.2             Asentria sysVersion
3076
  serial   3076.2.1.2.22.1.63         ALTIGA-HARDWARE-STATS-MIB alHardwareSerialNumber
3097
  version  3097.6.3.1                 WATCHGUARD-INFO-SYSTEM-MIB wgSoftwareVersion
3174
  serial   3174.2.2.2                 TIARA-NETWORKS-CHASSIS-MIB chassisSerialNumber
  model    3174.2.2.1                 TIARA-NETWORKS-CHASSIS-MIB chassisType
3181
  model    3181.10.6.1.32.1           MICROSENS-G6-MIB factoryArticleNumber
  serial   3181.10.6.1.32.2           MICROSENS-G6-MIB factorySerialNumber
3184
  model    3184.1.5.1.1.2             FALCON-MIB falconIdentModel
  version  3184.1.5.1.1.3             FALCON-MIB falconIdentSoftwareVersion
3375
  model    3375.2.1.3.5.2             F5-BIGIP-SYSTEM-MIB sysPlatformInfoMarketingName
  serial   3375.2.1.3.3.3             F5-BIGIP-SYSTEM-MIB sysGeneralChassisSerialNum
  version  3375.2.1.4.2               F5-BIGIP-SYSTEM-MIB sysProductVersion
3417
  serial   3417.2.9.1.1               BLUECOAT-HOST-RESOURCES-MIB bchrSerial
  version  3417.2.11.1.3              BLUECOAT-SG-PROXY-MIB sgProxyVersion
  serial   3417.2.11.1.4              BLUECOAT-SG-PROXY-MIB sgProxySerialNumber
3709
  serial   3709.3.5.201.1.1.2.1.8     DMswitch-MIB swSerialNumber
3715
  serial   3715.17.1.10               Teleste hwSerialNumber
  version  3715.17.1.13               Teleste swVersion
3764
  model    3764.1.1.10.3              ADIC productName
  serial   3764.1.1.10.10             ADIC productSerialNumber
3808
  model    3808.1.1.1.1.1.1           CPS-MIB upsBaseIdentModel
  version  3808.1.1.1.1.2.1           CPS-MIB upsAdvanceIdentFirmwareRevision
  serial   3808.1.1.1.1.2.3           CPS-MIB upsAdvanceIdentSerialNumber
  model    3808.1.1.3.1.5             CPS-MIB ePDUIdentModelNumber
  version  3808.1.1.3.1.3             CPS-MIB ePDUIdentFirmwareRev
  serial   3808.1.1.3.1.6             CPS-MIB ePDUIdentSerialNumber
3873
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
3942
  serial   3942.1.1.3.9               Infinet sysSerialNumber
  version  3942.1.1.3.14              Infinet sysSoftwareVersion
  model    3942.1.1.3.15              Infinet sysModel
3955
  serial   3955.89.53.14.1.5          LINKSYS-Physicaldescription-MIB rlPhdUnitGenParamSerialNum
  model    3955.89.53.14.1.14         LINKSYS-Physicaldescription-MIB rlPhdUnitGenParamModelName
  version  3955.89.53.14.1.2          LINKSYS-Physicaldescription-MIB rlPhdUnitGenParamSoftwareVersion
  serial   3955.1000.201.53.14.1.5    LINKSYS-Physicaldescription-MIB rlPhdUnitGenParamSerialNum
  version  3955.1000.201.53.14.1.2    LINKSYS-Physicaldescription-MIB rlPhdUnitGenParamSoftwareVersion
4115
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
4329
  serial   4329.6.3.2.1.1.3           AUTOMATION-SYSTEM-MIB automationSerialNumber
  version  4329.6.3.2.1.1.5           AUTOMATION-SYSTEM-MIB automationSwRevision
  model    4329.6.3.2.1.1.2           AUTOMATION-SYSTEM-MIB automationOrderNumber
  version  4329.15.3.2.1.1            Siemens sysSoftwareVersion
4413
  model    4413.1.1.1.1.1.3           FASTPATH-SWITCHING-MIB agentInventoryMachineModel
  serial   4413.1.1.1.1.1.4           FASTPATH-SWITCHING-MIB agentInventorySerialNumber
  version  4413.1.1.1.1.1.13          FASTPATH-SWITCHING-MIB agentInventorySoftwareVersion
  -        4413.1.1.1.1.1.2           FASTPATH-SWITCHING-MIB agentInventoryMachineType
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
4526
  model    4526.10.1.1.1.3            NETGEAR-SWITCHING-MIB agentInventoryMachineModel
  serial   4526.10.1.1.1.4            NETGEAR-SWITCHING-MIB agentInventorySerialNumber
  version  4526.10.1.1.1.13           NETGEAR-SWITCHING-MIB agentInventorySoftwareVersion
  model    4526.11.1.1.1.3            NETGEAR-SWITCHING-MIB agentInventoryMachineModel
  serial   4526.11.1.1.1.4            NETGEAR-SWITCHING-MIB agentInventorySerialNumber
  version  4526.11.1.1.1.13           NETGEAR-SWITCHING-MIB agentInventorySoftwareVersion
  -        4526.10.1.1.1.2            NETGEAR-SWITCHING-MIB agentInventoryMachineType
  -        4526.11.1.1.1.2            NETGEAR-SWITCHING-MIB agentInventoryMachineType
  version  4526.22.1                  READYNASOS-MIB nasMgrSoftwareVersion
  serial   4526.22.2                  READYNASOS-MIB nasMgrSerialNUM
  serial   4526.17.53.14.1.5          NETGEAR-RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSerialNum
  version  4526.17.53.14.1.2          NETGEAR-RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSoftwareVersion
  model    4526.17.53.14.1.11         NETGEAR-RADLAN-Physicaldescription-MIB rlPhdUnitGenParamModelName
4547
  model    4547.2.3.1.3               ATTO modelName
  version  4547.2.3.1.4               ATTO primaryFirmwareRevision
4555
  model    4555.1.1.7.1.1.1           SOCOMECUPS-MIB upsIdentModel
  serial   4555.1.1.7.1.1.2           SOCOMECUPS-MIB upsIdentSerialNumber
  version  4555.1.1.7.1.1.5           SOCOMECUPS-MIB upsIdentAgentSoftwareVersion
  model    4555.1.1.1.1.1.1           SOCOMECUPS-MIB upsIdentModel
  version  4555.1.1.1.1.1.2           SOCOMECUPS-MIB upsIdentFirmwareVersion
  serial   4555.1.1.1.1.1.4           SOCOMECUPS-MIB upsIdentUpsSerialNumber
  model    4555.1.1.5.1.1.1           SOCOMECUPS-ADICOM-MIB adicomUpsIdentModel
  version  4555.1.1.5.1.1.3           SOCOMECUPS-ADICOM-MIB adicomUpsIdentFirmwareVersion
  model    4555.1.1.10.1.1.1          SOCOMECSTS-MIB stsIdentModel
  serial   4555.1.1.10.1.1.2          SOCOMECSTS-MIB stsIdentSerialNumber
  serial   4555.2.30.1.3              SOCOMEC-DPDU-MIB dpduIdentSerialNumber
4684
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
4779
  version  4779.1.1.1                 BAYTECH-MIB-403-1 sBTAIdentFirmwareRev
  serial   4779.1.1.2                 BAYTECH-MIB-403-1 sBTAIdentSerialNumber
4881
  serial   4881.1.1.10.2.1.1.24       RUIJIE-SYSTEM-MIB ruijieSystemSerialno
  version  4881.1.1.10.2.1.1.2        RUIJIE-SYSTEM-MIB ruijieSystemSwVersion
4935
  serial   4935.10.15.1.5             MX-SYSTEM-MIB sysSerialNumber
  version  4935.10.15.1.3             MX-SYSTEM-MIB sysSoftwareVersion
  model    4935.4.1.2                 Media5 productName
  model    4935.3.1.6                 Media5 productName
  version  4935.4.1.1                 Media5 swVersion
5003
  serial   5003.9.10.10.2.3.2         AC-SYSTEM-MIB acSysIdSerialNumber
5205
  serial   @.1.1.1.6                  RUBYTECH-SWITCH-MIB serialNumber
  version  @.1.1.1.3                  RUBYTECH-SWITCH-MIB firmwareVersion
  serial   @.1.1.6                    RUBYTECH-SWITCH-MIB serialNumber
  version  @.1.1.3                    RUBYTECH-SWITCH-MIB firmwareVersion
5227
  serial   5227.27.1.10.2             BUFFALO-NAS-MIB nasSerialNumber
  model    5227.27.1.10.1             BUFFALO-NAS-MIB nasProductName
5491
  model    5491.10.1.1.2              RUPS-MIB upsIdentityModel
  version  5491.10.1.1.3              RUPS-MIB upsIdentityUPSSoftwareVersion
5528
  serial   5528.50.17                 NetBotz netBotz-dev-serialno
5591
  model    5591.1.3.1.3               SCTE-HMS-COMMON-MIB commonModelNumber
  serial   5591.1.3.1.4               SCTE-HMS-COMMON-MIB commonSerialNumber
5597
  version  5597.30.0.0.2              MBG-SNMP-LTNG-MIB mbgLtNgFirmwareVersion
  serial   5597.30.0.0.3              MBG-SNMP-LTNG-MIB mbgLtNgSerialNumber
  serial   5597.40.0.1                MBG-SYNCBOX-N2X-MIB mbgSyncboxN2XSerialNumber
5624
  serial   5624.1.2.83.1.2.1.1.3      ENTERASYS-VSB-MIB etsysVsbChassisSerialNum
5951
  serial   5951.4.1.1.14              NS-ROOT-MIB sysHardwareSerialNumber
  model    5951.4.1.1.11              NS-ROOT-MIB sysHardwareVersionDesc
  -        5951.4.1.1.1               NS-ROOT-MIB sysBuildVersion
  serial   5951.6.2.16                Citrix systemSerial
  serial   5951.7.2.13                Citrix systemSerial
6027
  serial   6027.3.10.1.2.2.1.12       F10-S-SERIES-CHASSIS-MIB chStackUnitSerialNumber
  version  6027.3.10.1.2.2.1.10       F10-S-SERIES-CHASSIS-MIB chStackUnitCodeVersion
  serial   6027.3.26.1.2.3.1.4        DELL-NETWORKING-CHASSIS-MIB dellNetChassisSerialNumber
  serial   6027.3.8.1.1.5             F10-C-SERIES-CHASSIS-MIB chSerialNumber
6050
  serial   6050.1.1.8                 GAMATRONIC-MIB psUnitSerialNumber
6141
  serial   1271.2.1.5.1.1.4           CIENA-CES-CHASSIS-MIB cienaCesChassisSerialNumber
  model    1271.2.1.5.1.1.3           CIENA-CES-CHASSIS-MIB cienaCesChassisPartNumber
6302
  model    6302.2.1.1.2               EES-POWER-MIB identModel
  version  6302.2.1.1.3               EES-POWER-MIB identControllerFirmwareVersion
6527
  serial   =6527.3.1.2.2.1.8.1.5.1.50331649 TIMETRA-CHASSIS-MIB tmnxHwSerialNumber
6530
  model    6530.11.1                  TEL2N-MIB hipProductName
  serial   6530.11.3                  TEL2N-MIB hipSerial
  version  6530.11.4                  TEL2N-MIB hipVersion
6574
  model    6574.1.5.1                 SYNOLOGY-SYSTEM-MIB modelName
  serial   6574.1.5.2                 SYNOLOGY-SYSTEM-MIB serialNumber
  version  6574.1.5.3                 SYNOLOGY-SYSTEM-MIB version
6876
  version  6876.1.2                   VMWARE-SYSTEM-MIB vmwProdVersion
6926
  serial   6926.2.40.2.1.1            OS-DEVICE-MIB osDevSerialNumber
7309
  version  7309.5.1.3                 ALPHA-CXC-MIB controllerInfoSoftwareVersion
  version  7309.4.1.2.11              ALPHA-DC-POWER-MIB dcPwrSysSoftwareVersion
  version  7309.6.1.1.4               ALPHA-UPS-MIB upsIdentUPSSoftwareVersion
7779
  model    7779.3.1.1.2.1.4           IB-PLATFORMONE-MIB ibHardwareType
  serial   7779.3.1.1.2.1.6           IB-PLATFORMONE-MIB ibSerialNumber
  version  7779.3.1.1.2.1.7           IB-PLATFORMONE-MIB ibNiosVersion
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
8741
  model    8741.2.1.1.1               SONICWALL-COMMON-MIB snwlSysModel
  serial   8741.2.1.1.2               SONICWALL-COMMON-MIB snwlSysSerialNumber
  version  8741.2.1.1.3               SONICWALL-COMMON-MIB snwlSysFirmwareVersion
8744
  model    8744.5.6.1.1.1             COLUBRIS-SYSTEM-MIB systemProductName
  version  8744.5.6.1.1.2             COLUBRIS-SYSTEM-MIB systemFirmwareRevision
  serial   8744.5.6.1.1.5             COLUBRIS-SYSTEM-MIB systemSerialNumber
"""
