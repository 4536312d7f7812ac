"""Where makers keep serial number, version and model: objects of their own MIBs, for probes/snmp_elsewhere.py.

Plain data: here the enterprises up to 2999, the others in probes/snmp_objects_from_3000.py and those beside it.

A line of figures alone is an enterprise number; the objects below it are asked of agents whose sysObjectID (RFC
3418) is of that enterprise, and of those that are nobody's own and carry that enterprise's tree. Each object has
what it tells, its number and its name in the maker's MIB. The number stands under 1.3.6.1.4.1, without the
instance; with a dot before it, it is whole; after "@" it stands under the agent's sysObjectID, after "^" under
that one's parent, for makers who give each product a copy of the same tree.

The order counts: of those that tell the same, the first that has a text is the device's own. So what belongs to the
box stands before what belongs to a board or a card in it, and fans and power supplies do not stand here at all.
Where a MIB's own name for an object is not known to us, what it holds stands in its place, and where the name of
the MIB is not, its maker's. Nothing ("-") is told by
an object that only a rule of its own reads. A maker's further product is one line here and nothing elsewhere.
"""

from __future__ import annotations

TABLE = """
2
  serial   2.3.51.3.1.5.2.1.3         IMM-MIB machineLevelSerialNumber
  model    2.3.51.3.1.5.2.1.5         IMM-MIB machineLevelProductName
  serial   2.3.51.2.2.21.1.1.3        BLADE-MIB bladeCenterSerialNumber
  serial   2.6.191.1.3.7              IBM-AIX-MIB aixSeSerialNumber
  model    2.6.191.1.3.6              IBM-AIX-MIB aixSeMachineType
9
  serial   9.3.6.3                    OLD-CISCO-CHASSIS-MIB chassisId
  serial   9.5.1.2.19                 CISCO-STACK-MIB chassisSerialNumberString
  serial   9.9.719.1.9.35.1.47        CISCO-UNIFIED-COMPUTING-COMPUTE-MIB cucsComputeRackUnitSerial
  model    9.9.719.1.9.35.1.32        CISCO-UNIFIED-COMPUTING-COMPUTE-MIB cucsComputeRackUnitModel
  serial   14179.1.1.1.4              AIRESPACE-SWITCHING-MIB agentInventorySerialNumber
  model    14179.1.1.1.3              AIRESPACE-SWITCHING-MIB agentInventoryMachineModel
  version  14179.1.1.1.14             AIRESPACE-SWITCHING-MIB agentInventoryProductVersion
  serial   9.6.1.101.53.14.1.5        CISCOSB-Physicaldescription-MIB rlPhdUnitGenParamSerialNum
  model    9.6.1.101.53.14.1.14       CISCOSB-Physicaldescription-MIB rlPhdUnitGenParamModelName
  version  9.6.1.101.53.14.1.2        CISCOSB-Physicaldescription-MIB rlPhdUnitGenParamSoftwareVersion
  model    9.9.719.1.9.6.1.6          CISCO-UNIFIED-COMPUTING-COMPUTE-MIB cucsComputeBoardModel
  serial   9.9.719.1.9.6.1.14         CISCO-UNIFIED-COMPUTING-COMPUTE-MIB cucsComputeBoardSerial
  version  9.9.156.1.5.29             CISCO-CCM-MIB ccmSystemVersion
11
  serial   11.2.3.9.4.2.1.1.3.3       LASERJET-COMMON-MIB serial-number
  model    11.2.3.9.4.2.1.1.3.2       LASERJET-COMMON-MIB model-name
  version  11.2.3.9.4.2.1.1.3.6       LASERJET-COMMON-MIB fw-rom-revision
  serial   11.2.36.1.1.2.9            HP-httpManageable-MIB hpHttpMgSerialNumber
  version  11.2.36.1.1.2.6            HP-httpManageable-MIB hpHttpMgVersion
  version  11.2.14.11.5.1.1.3         NETSWITCH-MIB hpSwitchOsVersion
  serial   11.2.36.1.1.5.1.1.9        SEMI-MIB hpHttpMgDeviceSerialNumber
  serial   11.2.14.11.15.2.6.1.2.1.1.2 HPN-ICF-ENTITY-EXT-MIB hpnicfEntityExtManuSerialNum
  serial   11.2.3.7.11.17.7.1.1.1.4   HP-SWITCH-PL-MIB hpProductSerialNumber
  version  11.2.3.7.11.17.7.1.1.1.3   HP-SWITCH-PL-MIB hpProductSWVersion
43
  serial   43.10.27.1.1.1.13          A3COM0352-STACK-CONFIG stackUnitSerialNumber
  serial   43.45.1.10.2.6.1.2.1.1.2   A3COM-HUAWEI-ENTITY-EXT-MIB h3cEntityExtManuSerialNum
45
  serial   45.1.6.3.1.6               S5-CHASSIS-MIB s5ChasSerNum
  version  45.1.6.3.3.1.1.19          S5-CHASSIS-MIB s5ChasComRunningSoftwareVer
  serial   45.6.1.4.2.1.1             NTWS-BASIC-MIB ntwsSerialNumber
52
  serial   52.4.1.1.9.1.5             CONTAINER-MIB contTypeSerialNumber
  serial   52.4.15.1.4.2.1.1          RBTWS-BASIC-MIB rbtwsSerialNumber
63
  version  63.501.3.1.5               AIRPORT-BASESTATION-3-MIB sysConfFirmwareVersion
89
  serial   89.53.14.1.5               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSerialNum
  model    89.53.14.1.14              RADLAN-Physicaldescription-MIB rlPhdUnitGenParamModelName
  version  89.53.14.1.2               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSoftwareVersion
116
  serial   116.5.11.4.1.1.5.1.1       HM800MIB raidlistSerialNumber
  version  116.5.11.4.1.1.5.1.3       HM800MIB raidlistDKCMainVersion
  model    116.5.11.4.1.1.5.1.4       HM800MIB raidlistDKCProductName
161
  version  161.19.3.3.1.1             WHISP-BOX-MIBV2-MIB whispBoxSoftwareVer
171
  serial   171.12.11.1.9.4.1.17       EQUIPMENT-MIB swUnitMgmtSerialNumber
  version  171.12.11.1.9.4.1.11       EQUIPMENT-MIB swUnitMgmtSoftwareVersion
  serial   171.12.1.1.12              AGENT-GENERAL-MIB agentSerialNumber
  serial   171.15.3.1.6               DLINKPRIME-DEVICE-INFORMATION-MIB dpDeviceInfoSerialNumber
  version  171.15.3.1.4               DLINKPRIME-DEVICE-INFORMATION-MIB dpDeviceInfoFirmwareVersion
177
  version  177.15.1.4.1               Sonus sysVersion
202
  serial   @.1.1.3.1.10               SMC-MIB swSerialNumber
  version  @.1.1.3.1.6                SMC-MIB swOpCodeVer
  model    @.1.1.5.1                  SMC-MIB swProdName
  serial   ^.1.1.3.1.10               SMC-MIB swSerialNumber
  version  ^.1.1.3.1.6                SMC-MIB swOpCodeVer
  model    ^.1.1.5.1                  SMC-MIB swProdName
207
  serial   207.8.4.4.3.1.1.4          AT-RESOURCE-MIB rscBoardSerialNumber
  serial   207.8.4.4.4.1.1.4          AT-RESOURCE-MIB rscBoardSerialNumber
  serial   207.8.4.4.5.2.1.5          AT-RESOURCE-MIB rscBoardSerialNumber
  version  207.8.4.4.4.500.2.1.2      AT-SETUP-MIB currSoftVersion
  serial   207.8.4.4.3.21.1.1.8       AT-RESOURCE-MIB rscBoardSerialNumber
  model    207.8.4.4.3.21.1.1.4       AT-RESOURCE-MIB rscBoardName
  serial   207.8.17.1.3.1.8           AtiStackSwitch-MIB atiStkSwSysSerialNumber
  serial   207.8.9.1.1.1.1            Allied-Telesis chassisSerialNumber
231
  model    231.2.10.2.2.10.2.3.1.5    FSC-SERVERCONTROL2-MIB sc2UnitModelName
  serial   231.2.10.2.2.10.2.3.1.7    FSC-SERVERCONTROL2-MIB sc2UnitSerialNumber
  version  231.7.2.9.3.2              Siemens sysSoftwareVersion
232
  model    232.2.2.4.2                CPQSINFO-MIB cpqSiProductName
  serial   232.2.2.2.1                CPQSINFO-MIB cpqSiSysSerialNum
  version  232.9.2.2.2                CPQSM2-MIB cpqSm2CntlrRomRevision
  model    232.165.1.2.2              CPQPOWER-MIB upsIdentModel
  version  232.165.1.2.3              CPQPOWER-MIB upsIdentSoftwareVersions
  serial   232.165.1.2.7              CPQPOWER-MIB upsIdentSerialNumber
  model    232.165.11.1.2.1.2         CPQPOWER-MIB pdu3Model
  serial   232.165.11.1.2.1.7         CPQPOWER-MIB pdu3SerialNumber
  model    232.22.2.3.1.1.1.3         CPQRACK-MIB cpqRackCommonEnclosureModel
  serial   232.22.2.3.1.1.1.7         CPQRACK-MIB cpqRackCommonEnclosureSerialNum
  version  232.22.2.3.1.1.1.8         CPQRACK-MIB cpqRackCommonEnclosureFWRev
  model    232.165.2.1.2.1.3          CPQPOWER-MIB pduModel
  serial   232.165.2.1.2.1.7          CPQPOWER-MIB pduSerialNumber
  model    232.165.3.1.2              CPQPOWER-MIB upsIdentModel
  version  232.165.3.1.3              CPQPOWER-MIB upsIdentSoftwareVersions
236
  model    236.11.5.1.1.1.1           SAMSUNG-PRINTER-EXT-MIB secSysModelName
  version  236.11.5.1.1.1.2           SAMSUNG-PRINTER-EXT-MIB secSysFWVersion
  serial   236.11.5.1.1.1.4           SAMSUNG-PRINTER-EXT-MIB secSysSerial
244
  serial   244.1.1.6.2                LANTRONIX-SLC-MIB slcSystemSerialNo
  version  244.1.1.6.3                LANTRONIX-SLC-MIB slcSystemFWRev
248
  serial   248.14.1.1.9.1.10          HMPRIV-MGMT-SNMP-MIB hmSysGroupSerialNum
  model    248.14.2.16.1.4            HMPRIV-MGMT-SNMP-MIB hmAutoconfigProductCode
  version  248.14.2.16.1.6            HMPRIV-MGMT-SNMP-MIB hmAutoconfigSwVersion
  model    248.14.1.1.9.1.3           HMPRIV-MGMT-SNMP-MIB hmSysGroupModuleCode
  serial   248.11.10.1.1.3            HM2-DEVMGMT-MIB hm2DevMgmtSerialNumber
  model    248.11.10.1.1.5            HM2-DEVMGMT-MIB hm2DevMgmtProductDescr
  -        248.14.1.1.2               HMPRIV-MGMT-SNMP-MIB hmSysVersion
253
  serial   253.8.53.3.2.1.3           XEROX-HOST-RESOURCES-EXT-MIB serialNumber
259
  serial   @.1.1.3.1.10               ES3510MA-MIB swSerialNumber
  version  @.1.1.3.1.6                ES3510MA-MIB swOpCodeVer
  model    @.1.1.5.1                  ES3510MA-MIB swProdName
  serial   ^.1.1.3.1.10               ES3510MA-MIB swSerialNumber
  version  ^.1.1.3.1.6                ES3510MA-MIB swOpCodeVer
  model    ^.1.1.5.1                  ES3510MA-MIB swProdName
289
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
297
  serial   253.8.53.3.2.1.3           XEROX-HOST-RESOURCES-EXT-MIB serialNumber
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
332
  serial   332.11.9.1.2.7             Digi serialNumber
  model    332.11.9.1.2.9             Digi model
  version  332.11.9.1.2.10            Digi fwVersion
347
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
367
  model    367.3.2.1.1.1.1            RicohPrivateMIB ricohSysName
  serial   367.3.2.1.2.1.4            RicohPrivateMIB ricohEngSerialNumber
  version  367.3.2.1.1.1.2            RicohPrivateMIB ricohSysVers
476
  model    476.1.42.2.1.2             LIEBERT-GP-AGENT-MIB lgpAgentIdentModel
  version  476.1.42.2.1.3             LIEBERT-GP-AGENT-MIB lgpAgentIdentFirmwareVersion
  serial   476.1.42.2.1.4             LIEBERT-GP-AGENT-MIB lgpAgentIdentSerialNumber
  model    476.1.42.2.4.2.1.2         LIEBERT-GP-AGENT-MIB lgpAgentManagedDeviceModel
  serial   476.1.42.2.4.2.1.4         LIEBERT-GP-AGENT-MIB lgpAgentManagedDeviceSerialNum
  -        476.1.42.2.1.1             LIEBERT-GP-AGENT-MIB lgpAgentIdentManufacturer
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
  serial   674.10892.5.4.300.10.1.11  IDRAC-MIB-SMIv2 chassisServiceTag
  model    674.10902.2.100.1          DELL-SNMP-UPS-MIB productIDDisplayName
  version  674.10902.2.100.4          DELL-SNMP-UPS-MIB productIDVersion
  serial   674.10902.2.120.1.2        DELL-SNMP-UPS-MIB physicalIdentSerialNumber
  version  674.10903.200.2.100.4      DellrPDU-MIB productIDVersion
705
  model    705.1.1.2                  MG-SNMP-UPS-MIB upsmgIdentModelName
  version  705.1.1.4                  MG-SNMP-UPS-MIB upsmgIdentFirmwareVersion
  serial   705.1.1.7                  MG-SNMP-UPS-MIB upsmgIdentSerialNumber
  -        705.1.1.1                  MG-SNMP-UPS-MIB upsmgIdentFamilyName
789
  model    789.1.1.5                  NETWORK-APPLIANCE-MIB productModel
  serial   789.1.1.9                  NETWORK-APPLIANCE-MIB productSerialNum
  version  789.1.1.2                  NETWORK-APPLIANCE-MIB productVersion
818
  model    818.1.1.10.1.2             GEPARALLELUPS-MIB upsIdentModelgen
  version  818.1.1.10.1.3             GEPARALLELUPS-MIB upsIdentUPSSoftwareVersiongen
  serial   818.1.1.10.1.7             GEPARALLELUPS-MIB upsIdentUPSSerialNumbergen
850
  model    850.1.1.1.2.1.5            TRIPPLITE-PRODUCTS tlpDeviceModel
  version  850.1.1.2.1.1.4            TRIPPLITE-PRODUCTS tlpDeviceIdentFirmwareVersion
  serial   850.1.1.2.1.1.5            TRIPPLITE-PRODUCTS tlpDeviceIdentSerialNum
  model    850.1.1.1.2                TRIPPLITE-MIB upsIdentModel
  version  850.1.1.1.3                TRIPPLITE-MIB upsIdentUPSSoftwareVersion
890
  version  890.1.15.3.1.6             ZYXEL-ES-COMMON sysSwVersionString
  model    890.1.15.3.1.11            ZYXEL-ES-COMMON sysProductModel
  serial   890.1.15.3.1.12            ZYXEL-ES-COMMON sysProductSerialNumber
  serial   890.1.15.3.82.2.10         ZYXEL-SYS-INFO-MIB sysSerialNumber
  serial   @.1.10                     ZYXEL-ES sysSerialNumber
  serial   890.1.2.2.2                ZYXEL sysSerialNumber
  serial   @.1.1.6                    ZYXEL-XGS3600-MIB serialNumber
  version  @.1.1.3                    ZYXEL-XGS3600-MIB firmwareVersion
935
  model    935.1.1.1.1.1.1            PPC-MIB upsBaseIdentModel
  version  935.1.1.1.1.2.1            PPC-MIB upsSmartIdentFirmwareRevision
  serial   935.1.1.1.1.2.3            PPC-MIB upsSmartIdentUpsSerialNumber
1129
  model    1129.2.3.50.1.2.3.1.3.1    TOSHIBA-MIB modelName
1166
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
1248
  model    1248.1.2.2.1.1.1.2         EPSON-MIB modelName
  serial   1248.1.2.2.1.1.1.5         EPSON-MIB serialNumber
1271
  serial   1271.2.1.5.1.1.4           CIENA-CES-CHASSIS-MIB cienaCesChassisSerialNumber
  model    1271.2.1.5.1.1.3           CIENA-CES-CHASSIS-MIB cienaCesChassisPartNumber
  version  1271.68.11.1.1.5           OME6500-SHELF-MIB ome6500ShelfSoftwareVersion
1347
  model    1347.43.5.1.1.1            KYOCERA-Private-MIB kcprtGeneralModelName
  serial   1347.43.5.1.1.28           KYOCERA-Private-MIB kcprtSerialNumber
  version  1347.43.5.4.1.5.1.1        KYOCERA-Private-MIB kcprtFirmwareVersion
  model    1347.42.5.1.1.1            KYOCERA-Private-MIB kmProductName
1429
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
  model    .1.3.6.1.4.1.5591.1.3.1.3  SCTE-HMS-COMMON-MIB commonModelNumber
  serial   .1.3.6.1.4.1.5591.1.3.1.4  SCTE-HMS-COMMON-MIB commonSerialNumber
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
1872
  version  1872.2.5.1.1.1.10          ALTEON-CHEETAH-SWITCH-MIB agSoftwareVersion
  serial   1872.2.5.1.3.1.18          ALTEON-CHEETAH-SWITCH-MIB hwSerialNumber
1916
  serial   1916.1.1.1.16              EXTREME-SYSTEM-MIB extremeSystemID
  version  1916.1.1.1.13              EXTREME-SYSTEM-MIB extremePrimarySoftwareRev
1918
  serial   1918.2.14.10.10.20         Swichtec systemSerialNumber
  version  1918.2.14.10.20.30         Swichtec softwareVersion
1991
  serial   1991.1.1.1.1.2             FOUNDRY-SN-AGENT-MIB snChasSerNum
  version  1991.1.1.2.1.11            FOUNDRY-SN-AGENT-MIB snAgImgVer
2001
  serial   2001.1.1.1.1.11.1.10.45    OKI-MIB serialNumber
2011
  serial   2011.2.235.1.1.1.7         HUAWEI-SERVER-IBMC-MIB deviceSerialNo
  model    2011.2.235.1.1.1.6         HUAWEI-SERVER-IBMC-MIB deviceName
  serial   34774.4.1.1.1              ISM-STORAGE-SVC-MIB serialNumber
  version  34774.4.1.1.6              ISM-STORAGE-SVC-MIB productVersion
2076
  serial   2076.81.1.120              ARICENT-ISS-MIB issHardwareSerialNumber
  version  2076.81.1.3                ARICENT-ISS-MIB issFirmwareVersion
2254
  model    2254.2.4.1.2               DeltaUPS-MIB dupsIdentModel
  version  2254.2.4.1.3               DeltaUPS-MIB dupsIdentUPSSoftwareVersion
  model    2254.2.5.1.2               DeltaUPS-MIB dupsIdentModel
  serial   2254.2.80.2.4              DELTA-STS-MIB stsIdentSerialNumber
  model    2254.169.2.1.3             Delta pduModelName
  serial   2254.169.2.1.4             Delta pduSerialNumber
2272
  serial   2272.1.4.2                 RAPID-CITY rcChasSerialNumber
  version  2272.1.1.7                 RAPID-CITY rcSysVersion
2281
  serial   2281.10.1.2.1              MWRM-UNIT-MIB genEquipUnitIDUSerialNumber
2356
  serial   2356.11.1.47.7             LCOS-MIB lcsStatusHardwareInfoSerialNumber
  serial   2356.13.1.47.7             LCOS-LX-MIB lcosLXStatusHardwareInfoSerialNumber
  version  2356.13.1.47.9             LCOS-LX-MIB lcosLXStatusHardwareInfoSwVersion
  serial   2356.16.1.1.1.1.4          LCOS-SX-MIB serialNumber
  model    2356.16.1.1.1.1.3          LCOS-SX-MIB productName
  serial   @.1.1.1.6                  LANCOM-GS-2124-MIB gs2124SerialNumber
  version  @.1.1.1.3                  LANCOM-GS-2124-MIB gs2124FirmwareVersion
2435
  serial   2435.2.3.9.4.2.1.5.5.1     BROTHER-MIB brInfoSerialNumber
  -        2435.2.4.3.1240.6.5        BROTHER-MIB brpsFirmwareDescription
  -        2435.2.3.9.1.1.7           BROTHER-MIB brieee1284id
2468
  model    2468.1.4.2.1.1.2           IPOMANII-MIB ipmIdentModel
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
2636
  serial   2636.3.1.3                 JUNIPER-MIB jnxBoxSerialNo
  -        2636.3.1.2                 JUNIPER-MIB jnxBoxDescr
2863
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
2947
  model    2947.1.1.2                 BESTPOWER-MIB upsIdentModelName
  serial   2947.1.1.5                 BESTPOWER-MIB upsIdentUpsSerialNumber
"""
