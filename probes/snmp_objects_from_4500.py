"""Where makers keep serial number, version and model: the enterprises from 4500 on. The form of the table is told in
probes/snmp_objects.py.
"""

from __future__ import annotations

TABLE = """
4515
  serial   4515.1.3.6.1.1.1.7         SL-ENTITY-MIB slEntPhysicalSerialNum
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
  serial   4526.10.13.2.2.1.19        NETGEAR-INVENTORY-MIB agentInventoryUnitSerialNumber
  serial   4526.11.13.2.2.1.19        NETGEAR-INVENTORY-MIB agentInventoryUnitSerialNumber
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
  serial   4555.1.1.5.1.1.2           SOCOMECUPS-ADICOM-MIB adicomUpsIdentSerialNumber
  version  4555.1.1.10.1.1.3          SOCOMECSTS-MIB stsIdentFirmwareVersion
  model    4555.2.30.1.2              SOCOMEC-DPDU-MIB dpduIdentModel
  model    4555.1.1.20.1.1.2          SOCOMEC-IPDU-MIB ipduIdentModel
  version  4555.1.1.20.1.1.3          SOCOMEC-IPDU-MIB ipduIdentAgentSoftwareVersion
4684
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
4779
  version  4779.1.1.1                 BAYTECH-MIB-403-1 sBTAIdentFirmwareRev
  serial   4779.1.1.2                 BAYTECH-MIB-403-1 sBTAIdentSerialNumber
4874
  version  4874.2.2.2.1.1.1           Juniper-System-MIB juniSystemSwVersion
  version  4874.2.2.17.1.1.2          Juniper-ERX juniERXSysSwVersion
4881
  serial   4881.1.1.10.2.1.1.24       RUIJIE-SYSTEM-MIB ruijieSystemSerialno
  version  4881.1.1.10.2.1.1.2        RUIJIE-SYSTEM-MIB ruijieSystemSwVersion
4935
  serial   4935.10.15.1.5             MX-SYSTEM-MIB sysSerialNumber
  version  4935.10.15.1.3             MX-SYSTEM-MIB sysSoftwareVersion
  model    4935.4.1.2                 Media5 productName
  model    4935.3.1.6                 Media5 productName
  version  4935.4.1.1                 Media5 swVersion
  serial   4935.3.1.1                 Media5 serialNumber
4962
  serial   4962.1.1.2                 Artel-Video deviceSerialNum
5003
  serial   5003.9.10.10.2.3.2         AC-SYSTEM-MIB acSysIdSerialNumber
  version  5003.9.10.10.2.2.1         AC-SYSTEM-MIB acSysVersionSoftware
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
  model    5491.11.1.2                RIELLOMDU-MIB mduIdentModel
  version  5491.11.1.3                RIELLOMDU-MIB mduIdentSoftwareVersion
5504
  serial   5504.2.5.11.1.1            Zhone-NetToNet serialNumber
  version  5504.2.5.11.1.2            Zhone-NetToNet firmwareVersion
5528
  serial   5528.50.17                 NetBotz netBotz-dev-serialno
5591
  model    5591.1.3.1.3               SCTE-HMS-COMMON-MIB commonModelNumber
  serial   5591.1.3.1.4               SCTE-HMS-COMMON-MIB commonSerialNumber
5597
  version  5597.30.0.0.2              MBG-SNMP-LTNG-MIB mbgLtNgFirmwareVersion
  serial   5597.30.0.0.3              MBG-SNMP-LTNG-MIB mbgLtNgSerialNumber
  serial   5597.40.0.1                MBG-SYNCBOX-N2X-MIB mbgSyncboxN2XSerialNumber
  -        5597.3.0.1                 MBG-SNMP-LT-MIB mbgLtFirmwareVersion
5624
  serial   5624.1.2.83.1.2.1.1.3      ENTERASYS-VSB-MIB etsysVsbChassisSerialNum
5835
  serial   5835.5.2.100.1.1.2         NEWTEC-DEVICE-MIB ntcDevIdSerialNumber
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
  serial   6027.3.1.1.1.2             F10-CHASSIS-MIB chSerialNumber
  serial   6027.3.25.1.1.4            Force10 chSerialNumber
6050
  serial   6050.1.1.8                 GAMATRONIC-MIB psUnitSerialNumber
6080
  serial   6080.2.1                   BRWAVE-RADIO-MIB brwaveRadioSn
  model    6080.2.2                   BRWAVE-RADIO-MIB brwaveUnitModel
6141
  serial   1271.2.1.5.1.1.4           CIENA-CES-CHASSIS-MIB cienaCesChassisSerialNumber
  model    1271.2.1.5.1.1.3           CIENA-CES-CHASSIS-MIB cienaCesChassisPartNumber
  serial   6141.2.60.11.1.1.1.52      WWP-LEOS-CHASSIS-MIB wwpLeosChassisSerialNumber
  serial   6141.2.60.11.1.1.1.67      WWP-LEOS-CHASSIS-MIB wwpLeosSystemSerialNumber
6296
  model    6296.101.1.1.1.1           DASAN sleSystemModelName
  serial   6296.101.1.1.1.2           DASAN sleSystemSerialNumber
6302
  model    6302.2.1.1.2               EES-POWER-MIB identModel
  version  6302.2.1.1.3               EES-POWER-MIB identControllerFirmwareVersion
6321
  serial   6321.1.2.2.2.1.7.10        E7-Calix-MIB e7SystemChassisSerialNumber
  serial   6321.1.2.4.2.5.10          Calix axosSystemChassisSerialNumber
  serial   6321.1.2.3.1.98.1.2.1.3    Calix iesChassisSerialNumber
6339
  version  6339.100.1.3               DCN-MIB sysSoftwareVersion
6486
  model    @.1.1.5                    OAW-AP1101 apModel
  serial   @.1.1.6                    OAW-AP1101 apSerial
  serial   89.53.14.1.5               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSerialNum
  version  89.53.14.1.2               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSoftwareVersion
6520
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
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
6889
  serial   6889.2.9.1.1.4             G700-MG-MIB cmgSerialNumber
  model    6889.2.9.1.1.2             G700-MG-MIB cmgModelNumber
6926
  serial   6926.2.40.2.1.1            OS-DEVICE-MIB osDevSerialNumber
7262
  serial   7262.2.5.1.3.1.2           DragonWave-Horizon hzCpUnitSerialNo
  serial   7262.2.4.1.5.1.2           DragonWave-Horizon hzQtmUnitSerialNo
  serial   7262.2.2.1.3.1.1           DragonWave-Horizon hzOduUnitSerialNo
  serial   7262.2.3.1.6.1.2           DragonWave-Horizon hzIduUnitSerialNo
  serial   7262.4.5.2.4.1.3           DragonWave-Harmony mwrUnitSerialNo
  -        7262.2.5.1.3.1.3           DragonWave-Horizon hzCpUnitAssemblyNo
  -        7262.2.4.1.5.1.3           DragonWave-Horizon hzQtmUnitAssemblylNo
  -        7262.2.2.1.3.1.2           DragonWave-Horizon hzOduUnitAssemblylNo
  -        7262.2.3.1.6.1.3           DragonWave-Horizon hzIduUnitAssemblylNo
7309
  version  7309.5.1.3                 ALPHA-CXC-MIB controllerInfoSoftwareVersion
  version  7309.4.1.2.11              ALPHA-DC-POWER-MIB dcPwrSysSoftwareVersion
  version  7309.6.1.1.4               ALPHA-UPS-MIB upsIdentUPSSoftwareVersion
  serial   7309.4.1.2.9               ALPHA-DC-POWER-MIB dcPwrSysSystemSerial
7312
  model    7312.2468.1.1.4            BARCO-CLICKSHARE-MIB articleNumber
  serial   7312.2468.1.1.5            BARCO-CLICKSHARE-MIB serialNumber
7483
  serial   7483.2.2.1.1.2.1.1.1.12    TROPIC-SHELF-MIB tnShelfSerialNumber
7564
  serial   7564.3.1                   CA-SNMP-MIB serialNumber
7571
  model    7571.100.1.1.2.22.1.1      SAF-MPMUX-MIB termProduct
  version  7571.100.1.1.2.22.1.4      SAF-MPMUX-MIB termVersion
  serial   7571.100.1.1.2.22.1.13     SAF-MPMUX-MIB serialNumber
7779
  model    7779.3.1.1.2.1.4           IB-PLATFORMONE-MIB ibHardwareType
  serial   7779.3.1.1.2.1.6           IB-PLATFORMONE-MIB ibSerialNumber
  version  7779.3.1.1.2.1.7           IB-PLATFORMONE-MIB ibNiosVersion
7800
  version  7800.100.1.1.2.3           Ubiquoss ubiSwVersion
  serial   7800.100.1.1.2.5           Ubiquoss ubiSerialNumber
  serial   7800.2.100.1.1.1.6         Ubiquoss ubiSysSerialNumber
  version  7800.2.100.1.1.1.9         Ubiquoss ubiSysSwVersion
"""
