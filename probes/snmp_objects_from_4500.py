"""Where makers keep serial number, version and model: the enterprises from 4500 on. The form of the table is told in
probes/snmp_objects.py.
"""

from __future__ import annotations

TABLE = """
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
"""
