"""Where makers keep serial number, version and model: the enterprises from 300 on. The form of the table is told in
probes/snmp_objects.py.
"""

from __future__ import annotations

TABLE = """
318
  model    318.1.1.1.1.1.1            PowerNet-MIB upsBasicIdentModel
  version  318.1.1.1.1.2.1            PowerNet-MIB upsAdvIdentFirmwareRevision
  serial   318.1.1.1.1.2.3            PowerNet-MIB upsAdvIdentSerialNumber
  model    318.1.1.26.2.1.8           PowerNet-MIB rPDU2IdentModelNumber
  version  318.1.1.26.2.1.6           PowerNet-MIB rPDU2IdentFirmwareRev
  serial   318.1.1.26.2.1.9           PowerNet-MIB rPDU2IdentSerialNumber
  model    318.1.1.12.1.5             PowerNet-MIB rPDUIdentModelNumber
  version  318.1.1.12.1.3             PowerNet-MIB rPDUIdentFirmwareRev
  serial   318.1.1.12.1.6             PowerNet-MIB rPDUIdentSerialNumber
  model    318.1.1.4.1.4              PowerNet-MIB sPDUIdentModelNumber
  version  318.1.1.4.1.2              PowerNet-MIB sPDUIdentFirmwareRev
  serial   318.1.1.4.1.5              PowerNet-MIB sPDUIdentSerialNumber
  model    318.1.1.8.1.5              PowerNet-MIB atsIdentModelNumber
  version  318.1.1.8.1.2              PowerNet-MIB atsIdentFirmwareRev
  serial   318.1.1.8.1.6              PowerNet-MIB atsIdentSerialNumber
  model    318.1.4.2.2.1.2            PowerNet-MIB modelNumber
  serial   318.1.4.2.2.1.3            PowerNet-MIB serialNumber
  model    318.1.1.32.1.2.1.11        PowerNet-MIB rPDU3-model
  serial   318.1.1.32.1.2.1.12        PowerNet-MIB rPDU3-serialNumber
  version  318.1.1.32.1.2.1.14        PowerNet-MIB rPDU3-firmware
  model    318.1.1.30.2.1.1.4         PowerNet-MIB easyPDU-model
  serial   318.1.1.30.2.1.1.5         PowerNet-MIB easyPDU-serialNumber
  version  318.1.1.30.2.1.1.3         PowerNet-MIB easyPDU-firmware
  serial   318.1.1.10.3.1.6           PowerNet-MIB emsIdentSerialNumber
326
  version  326.2.20.1.2.2.2.1.1.1     FORE-Systems agentRuntimeSwVersion
332
  serial   332.11.9.1.2.7             Digi serialNumber
  model    332.11.9.1.2.9             Digi model
  version  332.11.9.1.2.10            Digi fwVersion
  model    332.11.6.1.1               Digi diProduct
  version  332.11.6.1.3               Digi diFirmwareVersion
343
  version  343.1.1.1.1                Intel-RMM2 firmwareVersion
347
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
367
  model    367.3.2.1.1.1.1            RicohPrivateMIB ricohSysName
  serial   367.3.2.1.2.1.4            RicohPrivateMIB ricohEngSerialNumber
  version  367.3.2.1.1.1.2            RicohPrivateMIB ricohSysVers
388
  model    388.1.1.1.1.1              Symbol apModelnumber
  serial   388.1.1.1.1.2              Symbol apSerialnumber
  model    388.1.5.1.1.1              Symbol apModelnumber
  serial   388.1.5.1.1.2              Symbol apSerialnumber
  serial   388.11.2.2.1.1             Symbol ccInfoSerialNumber
  version  388.11.2.2.1.3.2           Symbol ccIdFwVersion
  serial   388.11.2.2.1.3.7           Symbol ccIdSerialNumber
449
  serial   449.2.1.1.2.2.3            Codex cdx6500NMNPIserialNum
476
  model    476.1.42.2.1.2             LIEBERT-GP-AGENT-MIB lgpAgentIdentModel
  version  476.1.42.2.1.3             LIEBERT-GP-AGENT-MIB lgpAgentIdentFirmwareVersion
  serial   476.1.42.2.1.4             LIEBERT-GP-AGENT-MIB lgpAgentIdentSerialNumber
  model    476.1.42.2.4.2.1.2         LIEBERT-GP-AGENT-MIB lgpAgentManagedDeviceModel
  serial   476.1.42.2.4.2.1.4         LIEBERT-GP-AGENT-MIB lgpAgentManagedDeviceSerialNum
  -        476.1.42.2.1.1             LIEBERT-GP-AGENT-MIB lgpAgentIdentManufacturer
  serial   476.1.1.1.1.1.6            LIEBERT-UPS lcUpsIdentSerialNumber
  serial   476.1.42.3.8.30.20.1.55    LIEBERT-GP-PDU-MIB lgpPduPsEntrySerialNum
  version  476.1.42.3.8.30.20.1.60    LIEBERT-GP-PDU-MIB lgpPduPsEntryFirmwareVersion
485
  version  485.3.1.2.2                Sync-Research softwareVersion
  serial   485.5.1.1.8                Sync-Research tfrapSysSerialNo
  serial   485.6.1.1.8                Sync-Research dfrapSysSerialNo
  serial   485.7.1.1.8                Sync-Research sfrapSysSerialNo
  serial   485.8.1.1.8                Sync-Research mfrapSysSerialNo
495
  version  495.2.1.6.48.3             Memotec bcmSoftwareVersion
498
  serial   498.8.4.9                  General-DataComm snmp540DeviceSerialNumber
529
  serial   529.2.6.2                  Ascend chassisSerialNo
534
  model    534.1.1.2                  XUPS-MIB xupsIdentModel
  version  534.1.1.3                  XUPS-MIB xupsIdentSoftwareVersion
  serial   534.1.1.6                  XUPS-MIB xupsIdentSerialNumber
  model    534.6.6.7.1.2.1.3          EATON-EPDU-MIB partNumber
  serial   534.6.6.7.1.2.1.4          EATON-EPDU-MIB serialNumber
  version  534.6.6.7.1.2.1.5          EATON-EPDU-MIB firmwareVersion
  model    534.6.6.6.1.1.12           EATON-EPDU-MA-MIB partNumber
  version  534.6.6.6.1.1.1            EATON-EPDU-MA-MIB firmwareVersion
  serial   534.6.6.6.1.1.2            EATON-EPDU-MA-MIB serialNumber
  -        534.6.6.7.1.2.1.2          EATON-EPDU-MIB productName
  model    534.10.2.1.2               EATON-ATS2-MIB ats2IdentModel
  version  534.10.2.1.3               EATON-ATS2-MIB ats2IdentFWVersion
  serial   534.10.2.1.5               EATON-ATS2-MIB ats2IdentSerialNumber
  model    534.6.7.1.1.1.2            EATON-EMP-MIB insIdentModel
  version  534.6.7.1.1.1.3            EATON-EMP-MIB insIdentAgentSoftwareVersion
  model    534.10.1.2.1               EATON-ATS-MIB atsIdentModel
  version  534.10.1.2.2               EATON-ATS-MIB atsIdentFWVersion
  serial   534.10.1.2.4               EATON-ATS-MIB atsIdentSerialNumber
562
  serial   562.73.1.1.1.2.2           Nortel nnchassisSerialNumber
629
  serial   629.200.6.1.1.48           NBS-CMMC-MIB nbsCmmcChassisSerialNum
  version  629.200.2.19.1.6           NBS-CMMC-MIB nbsCmmcSysFirmwareVersion
641
  model    641.2.1.2.1.2              LEXMARK-PVT-MIB prtgenPrinterName
  version  641.2.1.2.1.4              LEXMARK-PVT-MIB prtgenCodeRevision
  serial   641.2.1.2.1.6              LEXMARK-PVT-MIB prtgenSerialNo
  model    641.6.2.3.1.4              LEXMARK-MPS-MIB deviceModel
  serial   641.6.2.3.1.5              LEXMARK-MPS-MIB deviceSerialNumber
  version  641.6.2.3.1.7              LEXMARK-MPS-MIB deviceFirmware
662
  serial   662.3.1.1.2                Octel sysSerialNum
664
  serial   664.5.53.1.1.13            ADTRAN-AOSUNIT adAOSDeviceSerialNumber
  model    664.5.53.1.1.12            ADTRAN-AOSUNIT adAOSDeviceProductName
  version  664.5.53.1.1.14            ADTRAN-AOSUNIT adAOSDeviceVersion
  model    664.3.1.1                  ADTRAN-MIB adProdName
  serial   664.3.1.4                  ADTRAN-MIB adProdSerialNumber
  version  664.3.1.6                  ADTRAN-MIB adProdSwVersion
674
  model    674.10892.5.1.3.12         IDRAC-MIB-SMIv2 systemModelName
  serial   674.10892.5.1.3.2          IDRAC-MIB-SMIv2 systemServiceTag
  version  674.10892.5.1.1.8          IDRAC-MIB-SMIv2 racFirmwareVersion
  model    674.10892.2.1.1.2          DELL-RAC-MIB drsProductShortName
  serial   674.10892.2.1.1.6          DELL-RAC-MIB drsProductChassisServiceTag
  version  674.10892.2.1.2.1          DELL-RAC-MIB drsFirmwareVersion
  model    674.10892.1.300.10.1.9     MIB-Dell-10892 chassisModelName
  serial   674.10892.1.300.10.1.11    MIB-Dell-10892 chassisServiceTagName
  model    674.10895.3000.1.2.100.1   Dell-Vendor-MIB productIdentificationDisplayName
  version  674.10895.3000.1.2.100.4   Dell-Vendor-MIB productIdentificationVersion
  serial   674.10895.3000.1.2.100.8.1.4 Dell-Vendor-MIB productIdentificationServiceTag
  -        674.11000.2000.200.1.47    FLUIDFS-MIB model
  model    674.10895.5000.2.6132.1.1.1.1.1.3 FASTPATH-SWITCHING-MIB agentInventoryMachineModel
  serial   674.10895.5000.2.6132.1.1.1.1.1.4 FASTPATH-SWITCHING-MIB agentInventorySerialNumber
  version  674.10895.5000.2.6132.1.1.1.1.1.13 FASTPATH-SWITCHING-MIB agentInventorySoftwareVersion
  model    674.10902.2.100.1          DELL-SNMP-UPS-MIB productIDDisplayName
  version  674.10902.2.100.4          DELL-SNMP-UPS-MIB productIDVersion
  serial   674.10902.2.120.1.2        DELL-SNMP-UPS-MIB physicalIdentSerialNumber
  version  674.10903.200.2.100.4      DellrPDU-MIB productIDVersion
  version  674.10892.6.1.2.1          Dell-DMM dmmFirmwareVersion
  version  674.11000.2000.500.1.2.4   DELL-STORAGE-SC-MIB productIDVersion
  serial   674.11000.2000.500.1.2.5   DELL-STORAGE-SC-MIB productIDSerialNumber
  serial   674.10893.2.31.500.1.3     DellMDStorageArray-MIB ssChassisServiceTag
  model    674.10893.2.31.500.1.5     DellMDStorageArray-MIB ssProductID
683
  model    683.1.3                    ESI-MIB genProductName
  serial   683.1.5                    ESI-MIB genSerialNumber
705
  model    705.1.1.2                  MG-SNMP-UPS-MIB upsmgIdentModelName
  version  705.1.1.4                  MG-SNMP-UPS-MIB upsmgIdentFirmwareVersion
  serial   705.1.1.7                  MG-SNMP-UPS-MIB upsmgIdentSerialNumber
  -        705.1.1.1                  MG-SNMP-UPS-MIB upsmgIdentFamilyName
738
  serial   738.1.5.100.1.3.1          Telco-Systems sysSerialNumber
  model    738.1.5.100.1.3.2          Telco-Systems sysSwitchModel
  serial   738.1.5.2110.1.1           Telco-Systems prvtSerialNumber
789
  model    789.1.1.5                  NETWORK-APPLIANCE-MIB productModel
  serial   789.1.1.9                  NETWORK-APPLIANCE-MIB productSerialNum
  version  789.1.1.2                  NETWORK-APPLIANCE-MIB productVersion
818
  model    818.1.1.10.1.2             GEPARALLELUPS-MIB upsIdentModelgen
  version  818.1.1.10.1.3             GEPARALLELUPS-MIB upsIdentUPSSoftwareVersiongen
  serial   818.1.1.10.1.7             GEPARALLELUPS-MIB upsIdentUPSSerialNumbergen
  model    2185.1.3.11.1.2            IMCO-BIG-MIB model
  version  2185.1.3.11.1.3            IMCO-BIG-MIB version
  serial   2185.1.3.11.2.1.1.3        IMCO-BIG-MIB serialNumber
850
  model    850.1.1.1.2.1.5            TRIPPLITE-PRODUCTS tlpDeviceModel
  version  850.1.1.2.1.1.4            TRIPPLITE-PRODUCTS tlpDeviceIdentFirmwareVersion
  serial   850.1.1.2.1.1.5            TRIPPLITE-PRODUCTS tlpDeviceIdentSerialNum
  model    850.1.1.1.2                TRIPPLITE-MIB upsIdentModel
  version  850.1.1.1.3                TRIPPLITE-MIB upsIdentUPSSoftwareVersion
  serial   850.103.1.1.3              TRIPPLITE-COOLING tlCoolingSerialNumber
868
  serial   868.2.3.1.1.1.1.8          Transition-Networks sfbrm100SysSerialNumber
890
  version  890.1.15.3.1.6             ZYXEL-ES-COMMON sysSwVersionString
  model    890.1.15.3.1.11            ZYXEL-ES-COMMON sysProductModel
  serial   890.1.15.3.1.12            ZYXEL-ES-COMMON sysProductSerialNumber
  serial   890.1.15.3.82.2.10         ZYXEL-SYS-INFO-MIB sysSerialNumber
  serial   @.1.10                     ZYXEL-ES sysSerialNumber
  serial   890.1.2.2.2                ZYXEL sysSerialNumber
  serial   @.1.1.6                    ZYXEL-XGS3600-MIB serialNumber
  version  @.1.1.3                    ZYXEL-XGS3600-MIB firmwareVersion
  version  @.1.11                     ZYXEL-IES sysFirmwareVersion
  version  890.1.2.1.1                ZYXEL pSysRasSWVersion
  version  890.1.6.11.1.1             ZYWALL-IDP10 sysFirmwareVersion
  serial   890.1.5.13.13.16.12.5      ZyXEL chassisSerialNumber
  version  890.1.5.13.13.16.1         ZyXEL softwareVersion
935
  model    935.1.1.1.1.1.1            PPC-MIB upsBaseIdentModel
  version  935.1.1.1.1.2.1            PPC-MIB upsSmartIdentFirmwareRevision
  serial   935.1.1.1.1.2.3            PPC-MIB upsSmartIdentUpsSerialNumber
  model    935.10.1.1.1.2             EPPC-MIB upsEIdentityModel
  version  935.10.1.1.1.3             EPPC-MIB upsEIdentityUPSFirmwareVerison
  serial   935.10.1.1.1.4             EPPC-MIB upsEIndentityUPSSerialNumber
  model    935.10.2.1.1.2             TELECOM-MIB model
  version  935.10.2.1.1.5             TELECOM-MIB firmwareVersion
  serial   935.10.2.1.1.1             TELECOM-MIB serialNumber
"""
