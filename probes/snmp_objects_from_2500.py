"""Where makers keep serial number, version and model: the enterprises from 2500 on. The form of the table is told in
probes/snmp_objects.py.
"""

from __future__ import annotations

TABLE = """
2509
  version  2509.9.11.2.3.1            Aviat aviatSmDetailsVersion
2516
  version  2516.2.1.1                 VocalTec softwareVersion
2544
  version  2544.1.14.5.1.1            ADVA-FSP3000ALM-MIB softwareVersion
  serial   2544.1.14.2.1.5            ADVA-FSP3000ALM-MIB serialNumber
  model    2544.1.3.1.1.2             ADVA-FSP-II fsp_II_MainType
  serial   2544.1.3.1.1.3             ADVA-FSP-II fsp_II_MainSerialNumber
  version  2544.1.7.2.2.10.2          ADVA activeApplicationSwVersion
2566
  serial   2566.127.1.2.167.1.1.1.2   RS-XX8000-COMMON-MIB serialNumber
2604
  model    2604.5.1.1.2               SFOS-FIREWALL-MIB sfosDeviceType
  version  2604.5.1.1.3               SFOS-FIREWALL-MIB sfosDeviceFWVersion
  serial   2604.5.1.1.4               SFOS-FIREWALL-MIB sfosDeviceAppKey
2606
  serial   2606.7.2.6                 RITTAL-CMC-III-MIB cmcIIIUnitSerial
  version  2606.7.2.4                 RITTAL-CMC-III-MIB cmcIIIUnitFWRev
  model    =2606.7.4.1.2.1.2.1        RITTAL-CMC-III-MIB cmcIIIDevName
2620
  version  2620.1.6.4.1               CHECKPOINT-MIB svnVersion
  serial   2620.1.6.16.3              CHECKPOINT-MIB svnApplianceSerialNumber
  model    2620.1.6.16.7              CHECKPOINT-MIB svnApplianceProductName
2634
  serial   2634.3.200.10.1.27         WTI-POWER-MIB environmentSerialNumber
  version  2634.3.200.10.1.28         WTI-POWER-MIB environmentSoftwareVersion
  serial   2634.1.200.10.1.27         WTI-CONSOLE-MIB environmentSerialNumber
  version  2634.1.200.10.1.28         WTI-CONSOLE-MIB environmentSoftwareVersion
2636
  serial   2636.3.1.3                 JUNIPER-MIB jnxBoxSerialNo
  -        2636.3.1.2                 JUNIPER-MIB jnxBoxDescr
2682
  model    2682.1.4.1.2               DPS-MIB-V38 dpsRTUv2Model
  version  2682.1.4.1.3               DPS-MIB-V38 dpsRTUv2FirmwareVersion
  model    2682.1.2.1.2               DPS-MIB-V38 dpsRTUModel
  version  2682.1.2.1.3               DPS-MIB-V38 dpsRTUFirmwareVersion
  model    2682.1.3.1.2               DPS-MIB-V38 tmonV2IdentModel
2773
  version  2773.2.17.1.1.2            Redstone rsRXSysSwVersion
2863
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
2925
  model    2925.4.1.1                 CYCLADES-ACS-SYS-MIB cyACSpname
  version  2925.4.1.2                 CYCLADES-ACS-SYS-MIB cyACSversion
2935
  serial   2935.2.24                  Quantum paSerialNumber
2947
  model    2947.1.1.2                 BESTPOWER-MIB upsIdentModelName
  serial   2947.1.1.5                 BESTPOWER-MIB upsIdentUpsSerialNumber
3052
  version  3052.42.2.16.2             Asentria sysVersion
  version  3052.43.2.16.2             Asentria sysVersion
  serial   3052.41.1.1                Asentria serialNumber
  serial   3052.42.2.16.1             Asentria sysSerial
  serial   3052.43.2.16.1             Asentria sysSerial
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
  model    3184.1.10.3.1.2            FDS-MIB fdsIdentModel
  version  3184.1.10.3.1.3            FDS-MIB fdsIdentSoftwareVersion
3351
  serial   14851.3.1.4.3              SNIA-SML-MIB chassis-SerialNumber
  model    14851.3.1.4.2              SNIA-SML-MIB chassis-Model
  version  14851.3.1.3.4              SNIA-SML-MIB product-Version
3375
  model    3375.2.1.3.5.2             F5-BIGIP-SYSTEM-MIB sysPlatformInfoMarketingName
  serial   3375.2.1.3.3.3             F5-BIGIP-SYSTEM-MIB sysGeneralChassisSerialNum
  version  3375.2.1.4.2               F5-BIGIP-SYSTEM-MIB sysProductVersion
  serial   3375.1.1.1.1.6             LOAD-BAL-SYSTEM-MIB globalAttrSerialNumber
3417
  serial   3417.2.9.1.1               BLUECOAT-HOST-RESOURCES-MIB bchrSerial
  version  3417.2.11.1.3              BLUECOAT-SG-PROXY-MIB sgProxyVersion
  serial   3417.2.11.1.4              BLUECOAT-SG-PROXY-MIB sgProxySerialNumber
3478
  serial   14851.3.1.4.3              SNIA-SML-MIB chassis-SerialNumber
  model    14851.3.1.4.2              SNIA-SML-MIB chassis-Model
  version  14851.3.1.3.4              SNIA-SML-MIB product-Version
3570
  version  3570.2.2.2.1.2.2.1.1.4     Tait rctInfoFirmwareVersion
3699
  model    3699.1.1.12.1.100.2        ENVIROMUXMICRO-MIB deviceModel
  serial   3699.1.1.12.1.100.3        ENVIROMUXMICRO-MIB serialNumber
  version  3699.1.1.12.1.100.4        ENVIROMUXMICRO-MIB firmwareRevision
  version  3699.1.1.3.3               ENVIROMUXMINI-MIB version
  model    3699.1.1.10.1.1.9          ENVIROMUX5D deviceModel
  version  3699.1.1.10.1.1.8          ENVIROMUX5D firmwareVersion
  serial   3699.1.1.10.1.1.11         ENVIROMUX5D devSerialNum
  model    @.1.1.9                    ENVIROMUX2D deviceModel
  version  @.1.1.8                    ENVIROMUX2D firmwareVersion
  serial   @.1.1.11                   ENVIROMUX2D devSerialNum
3709
  serial   3709.3.5.201.1.1.2.1.8     DMswitch-MIB swSerialNumber
3711
  model    3711.24.1.1.99.7           HAWK-I2-MIB invUnitName
  version  3711.24.1.1.99.10          HAWK-I2-MIB invFwRevision
  serial   3711.24.1.1.99.11          HAWK-I2-MIB invSerialNum
3715
  serial   3715.17.1.10               Teleste hwSerialNumber
  version  3715.17.1.13               Teleste swVersion
3764
  model    3764.1.1.10.3              ADIC productName
  serial   3764.1.1.10.10             ADIC productSerialNumber
  version  3764.1.1.10.7              ADIC productVersion
  serial   14851.3.1.4.3              SNIA-SML-MIB chassis-SerialNumber
  model    14851.3.1.4.2              SNIA-SML-MIB chassis-Model
  version  14851.3.1.3.4              SNIA-SML-MIB product-Version
3808
  model    3808.1.1.1.1.1.1           CPS-MIB upsBaseIdentModel
  version  3808.1.1.1.1.2.1           CPS-MIB upsAdvanceIdentFirmwareRevision
  serial   3808.1.1.1.1.2.3           CPS-MIB upsAdvanceIdentSerialNumber
  model    3808.1.1.3.1.5             CPS-MIB ePDUIdentModelNumber
  version  3808.1.1.3.1.3             CPS-MIB ePDUIdentFirmwareRev
  serial   3808.1.1.3.1.6             CPS-MIB ePDUIdentSerialNumber
3833
  model    3833.1.7.1                 TFE-MIB profileProductName
  version  3833.1.7.2                 TFE-MIB profileVersion
3845
  version  3845.31.4.2.2.12.1.12      Citrix-SD-WAN sdWANStatsApplianceSoftwareVersion
3854
  model    3854.1.1.8                 SPAGENT-MIB spProductName
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
  serial   4115.1.20.1.1.1.21.3       ARRIS-ROUTER-DEVICE-MIB arrisRouterTR181GatewaySerialNumber
4196
  version  4196.1.1.2.100.1.8.4       Siemens snSwVersion
4249
  model    4249.2.3.1                 Nateks model
  version  4249.2.3.4                 Nateks softwareVersion
4329
  serial   4329.6.3.2.1.1.3           AUTOMATION-SYSTEM-MIB automationSerialNumber
  version  4329.6.3.2.1.1.5           AUTOMATION-SYSTEM-MIB automationSwRevision
  model    4329.6.3.2.1.1.2           AUTOMATION-SYSTEM-MIB automationOrderNumber
  version  4329.15.3.2.1.1            Siemens sysSoftwareVersion
  serial   4329.15.3.2.1.3            HIPATH-WIRELESS-HWC-MIB sysSerialNo
4346
  serial   4346.11.11.1.4             FL-MGD-INFRASTRUCT-MIB flWorkBasicSerialNumber
  version  4346.11.11.11.1.1          FL-MGD-INFRASTRUCT-MIB flWorkFWInfoVersion
4413
  model    4413.1.1.1.1.1.3           FASTPATH-SWITCHING-MIB agentInventoryMachineModel
  serial   4413.1.1.1.1.1.4           FASTPATH-SWITCHING-MIB agentInventorySerialNumber
  version  4413.1.1.1.1.1.13          FASTPATH-SWITCHING-MIB agentInventorySoftwareVersion
  -        4413.1.1.1.1.1.2           FASTPATH-SWITCHING-MIB agentInventoryMachineType
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
  serial   4413.1.1.13.2.2.1.19       FASTPATH-INVENTORY-MIB agentInventoryUnitSerialNumber
4458
  model    4458.1000.1.1.1            RADWIN-MIB-WINLINK1000 winlink1000OduAdmProductType
  version  4458.1000.1.1.3            RADWIN-MIB-WINLINK1000 winlink1000OduAdmSwRev
4467
  version  4467.100.100.10.4          Fibrolan flMsChassisSwVersion
"""
