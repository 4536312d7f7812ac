"""Where makers keep serial number, version and model: the enterprises from 1000 on. The form of the table is told in
probes/snmp_objects.py.
"""

from __future__ import annotations

TABLE = """
1055
  serial   1055.1.12                  SBE sySerialNumber
1129
  model    1129.2.3.50.1.2.3.1.3.1    TOSHIBA-MIB modelName
1139
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
1141
  serial   1141.2.61.19               Com21 hcxSwitchSerialNumber
1166
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
  version  1166.1.621.9.2.3           Motorola-Cable firmwareVersion
1211
  serial   14851.3.1.4.3              SNIA-SML-MIB chassis-SerialNumber
  model    14851.3.1.4.2              SNIA-SML-MIB chassis-Model
  version  14851.3.1.3.4              SNIA-SML-MIB product-Version
1230
  model    1230.2.7.1.1               McAfee kProductName
  version  1230.2.7.1.3               McAfee kProductVersion
1248
  model    1248.1.2.2.1.1.1.2         EPSON-MIB modelName
  serial   1248.1.2.2.1.1.1.5         EPSON-MIB serialNumber
1271
  serial   1271.2.1.5.1.1.4           CIENA-CES-CHASSIS-MIB cienaCesChassisSerialNumber
  model    1271.2.1.5.1.1.3           CIENA-CES-CHASSIS-MIB cienaCesChassisPartNumber
  version  1271.68.11.1.1.5           OME6500-SHELF-MIB ome6500ShelfSoftwareVersion
1286
  version  1286.5.1.1.2.1.2           ECI-NPT nptNESoftwareVersion
1347
  model    1347.43.5.1.1.1            KYOCERA-Private-MIB kcprtGeneralModelName
  serial   1347.43.5.1.1.28           KYOCERA-Private-MIB kcprtSerialNumber
  version  1347.43.5.4.1.5.1.1        KYOCERA-Private-MIB kcprtFirmwareVersion
  model    1347.42.5.1.1.1            KYOCERA-Private-MIB kmProductName
1369
  version  1369.5.2.1.1               STONESOFT-FIREWALL-MIB fwSoftwareVersion
1418
  version  1418.6.1.1                 IBOOTPDU-MIB firmwareVersion
  model    1418.6.1.4                 IBOOTPDU-MIB deviceModelName
1429
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
  model    .1.3.6.1.4.1.5591.1.3.1.3  SCTE-HMS-COMMON-MIB commonModelNumber
  serial   .1.3.6.1.4.1.5591.1.3.1.4  SCTE-HMS-COMMON-MIB commonSerialNumber
  serial   1429.78.4.1.3              SCIENTIFIC-ATLANTA saHwDescrSerialNumber
  model    1429.2.2.5.21.1.4          SCIENTIFIC-ATLANTA prodModelName
1482
  model    1482.20.1.6.2              SAEUROPE-ADMINISTRATION-MIB adminModelNumber
  serial   1482.20.1.6.3              SAEUROPE-ADMINISTRATION-MIB adminSerialNumber
1588
  version  1588.2.1.1.1.1.6           SW-MIB swFirmwareVersion
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
1602
  model    1602.1.1.1.1               CANON-MIB productName
1663
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
1714
  serial   1714.1.1.1.1.10            IFT-SNMP-MIB serialNum
  model    1714.1.1.1.1.15            IFT-SNMP-MIB privateLogoModel
1718
  serial   1718.4.1.2.2.1.5           Sentry4-MIB st4UnitProductSN
  model    1718.4.1.2.2.1.4           Sentry4-MIB st4UnitModel
  version  1718.4.1.1.1.3             Sentry4-MIB st4SystemFirmwareVersion
  version  1718.3.1.1                 Sentry3-MIB systemVersion
  serial   1718.3.2.1.1.6             Sentry3-MIB towerProductSN
  model    1718.3.2.1.1.7             Sentry3-MIB towerModelNumber
1751
  serial   1751.2.4.3.6.25            Lucent psDeviceSerialNumber
1872
  version  1872.2.5.1.1.1.10          ALTEON-CHEETAH-SWITCH-MIB agSoftwareVersion
  serial   1872.2.5.1.3.1.18          ALTEON-CHEETAH-SWITCH-MIB hwSerialNumber
1916
  serial   1916.1.1.1.16              EXTREME-SYSTEM-MIB extremeSystemID
  version  1916.1.1.1.13              EXTREME-SYSTEM-MIB extremePrimarySoftwareRev
1918
  serial   1918.2.14.10.10.20         RPS-SC300-MIB system-Serial-Number
  version  1918.2.14.10.20.30         RPS-SC300-MIB software-Version
  serial   1918.2.13.10.10.20         RPS-SC200-MIB system-Serial-Number
  version  1918.2.13.10.20.30         RPS-SC200-MIB software-Version
1981
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
1991
  serial   1991.1.1.1.1.2             FOUNDRY-SN-AGENT-MIB snChasSerNum
  version  1991.1.1.2.1.11            FOUNDRY-SN-AGENT-MIB snAgImgVer
  serial   1991.1.1.1.1.29            FOUNDRY-SN-AGENT-MIB snChasFactorySerialNumber
  serial   1991.1.1.1.4.1.1.2         FOUNDRY-SN-AGENT-MIB snChasUnitSerNum
2001
  serial   2001.1.1.1.1.11.1.10.45    OKI-MIB serialNumber
2011
  serial   2011.2.235.1.1.1.7         HUAWEI-SERVER-IBMC-MIB deviceSerialNo
  model    2011.2.235.1.1.1.6         HUAWEI-SERVER-IBMC-MIB deviceName
  serial   34774.4.1.1.1              ISM-STORAGE-SVC-MIB serialNumber
  version  34774.4.1.1.6              ISM-STORAGE-SVC-MIB productVersion
  serial   2011.5.25.188.1.1          HUAWEI-DEVICE-EXT-MIB hwDeviceEsn
  version  2011.5.25.188.1.5          HUAWEI-DEVICE-EXT-MIB hwProductVersion
  serial   2011.10.2.6.1.2.1.1.2      H3C-ENTITY-EXT-MIB h3cEntityExtManuSerialNum
  version  2011.6.164.1.2.2.1.1.5     HUAWEI-SITE-MONITOR-MIB hwMonEquipSoftwareVersion
2076
  serial   2076.81.1.120              ARICENT-ISS-MIB issHardwareSerialNumber
  version  2076.81.1.3                ARICENT-ISS-MIB issFirmwareVersion
2185
  model    2185.1.3.11.1.2            IMCO-BIG-MIB model
  version  2185.1.3.11.1.3            IMCO-BIG-MIB version
  serial   2185.1.3.11.2.1.1.3        IMCO-BIG-MIB serialNumber
2254
  model    2254.2.4.1.2               DeltaUPS-MIB dupsIdentModel
  version  2254.2.4.1.3               DeltaUPS-MIB dupsIdentUPSSoftwareVersion
  model    2254.2.5.1.2               DeltaUPS-MIB dupsIdentModel
  serial   2254.2.80.2.4              DELTA-STS-MIB stsIdentSerialNumber
  model    2254.169.2.1.3             Delta pduModelName
  serial   2254.169.2.1.4             Delta pduSerialNumber
  version  2254.2.80.2.2              DELTA-STS-MIB stsIdentFWVersion
  version  2254.2.5.1.3               DeltaUPS-MIB dupsIdentUPSSoftwareVersion
2272
  serial   2272.1.4.2                 RAPID-CITY rcChasSerialNumber
  version  2272.1.1.7                 RAPID-CITY rcSysVersion
  serial   2272.1.201.1.1.1.1.5       Nortel agentDeviceSerialNumber
2281
  serial   2281.10.1.2.1              MWRM-UNIT-MIB genEquipUnitIDUSerialNumber
2294
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
2356
  serial   2356.11.1.47.7             LCOS-MIB lcsStatusHardwareInfoSerialNumber
  serial   2356.13.1.47.7             LCOS-LX-MIB lcosLXStatusHardwareInfoSerialNumber
  version  2356.13.1.47.9             LCOS-LX-MIB lcosLXStatusHardwareInfoSwVersion
  serial   2356.16.1.1.1.1.4          LCOS-SX-MIB serialNumber
  model    2356.16.1.1.1.1.3          LCOS-SX-MIB productName
  serial   @.1.1.1.6                  LANCOM-GS-2124-MIB gs2124SerialNumber
  version  @.1.1.1.3                  LANCOM-GS-2124-MIB gs2124FirmwareVersion
  model    @.1.1.1                    LANCOM-GS-2310-MIB gs2310ModelName
  version  @.1.1.3                    LANCOM-GS-2328-MIB gs2328FirmwareVersion
  serial   @.1.1.6                    LANCOM-GS-2328-MIB gs2328SerialNumber
2435
  serial   2435.2.3.9.4.2.1.5.5.1     BROTHER-MIB brInfoSerialNumber
  version  2435.2.3.9.4.2.1.5.5.17    BROTHER-MIB brInfoDeviceRomVersion
  -        2435.2.4.3.1240.6.5        BROTHER-MIB brpsFirmwareDescription
  -        2435.2.3.9.1.1.7           BROTHER-MIB brieee1284id
2440
  model    2440.1.14.1.1              EfficientIP eipHwApplianceModel
  serial   2440.1.14.1.2              EfficientIP eipHwApplianceSerial
2468
  model    2468.1.4.2.1.1.2           IPOMANII-MIB ipmIdentModel
  version  2468.1.2.1.1.1.3           IPOMAN upsIdentGroupUPSFirmwareVersion
  version  2468.1.4.2.1.1.3           IPOMANII-MIB ipmIdentAgentSoftwareVersion
"""
