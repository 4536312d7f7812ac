"""Where makers keep serial number, version and model: objects of their own MIBs, plain data for probes/snmp_elsewhere.py.

A line of figures alone is an enterprise number; the objects below it are asked of agents whose sysObjectID (RFC
3418) is of that enterprise, and of those that are nobody's own and carry that enterprise's tree. Each object has
what it tells, its number and its name in the maker's MIB. The number stands under 1.3.6.1.4.1, without the
instance; with a dot before it, it is whole; after "@" it stands under the agent's sysObjectID, after "^" under
that one's parent, for makers who give each product a copy of the same tree.

The order counts: of those that tell the same, the first that has a text is the device's own. So what belongs to the
box stands before what belongs to a board or a card in it, and fans and power supplies do not stand here at all.
Where a MIB's own name for an object is not known to us, what it holds stands in its place. Nothing ("-") is told by
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
43
  serial   43.10.27.1.1.1.13          A3COM0352-STACK-CONFIG stackUnitSerialNumber
  serial   43.45.1.10.2.6.1.2.1.1.2   A3COM-HUAWEI-ENTITY-EXT-MIB h3cEntityExtManuSerialNum
45
  serial   45.1.6.3.1.6               S5-CHASSIS-MIB s5ChasSerNum
  version  45.1.6.3.3.1.1.19          S5-CHASSIS-MIB s5ChasComRunningSoftwareVer
89
  serial   89.53.14.1.5               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSerialNum
  model    89.53.14.1.14              RADLAN-Physicaldescription-MIB rlPhdUnitGenParamModelName
  version  89.53.14.1.2               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSoftwareVersion
161
  version  161.19.3.3.1.1             WHISP-BOX-MIBV2-MIB whispBoxSoftwareVer
171
  serial   171.12.11.1.9.4.1.17       EQUIPMENT-MIB swUnitMgmtSerialNumber
  version  171.12.11.1.9.4.1.11       EQUIPMENT-MIB swUnitMgmtSoftwareVersion
  serial   171.12.1.1.12              AGENT-GENERAL-MIB agentSerialNumber
  serial   171.15.3.1.6               DLINKPRIME-DEVICE-INFORMATION-MIB dpDeviceInfoSerialNumber
  version  171.15.3.1.4               DLINKPRIME-DEVICE-INFORMATION-MIB dpDeviceInfoFirmwareVersion
207
  serial   207.8.4.4.3.1.1.4          AT-RESOURCE-MIB rscBoardSerialNumber
  serial   207.8.4.4.4.1.1.4          AT-RESOURCE-MIB rscBoardSerialNumber
  serial   207.8.4.4.5.2.1.5          AT-RESOURCE-MIB rscBoardSerialNumber
  version  207.8.4.4.4.500.2.1.2      AT-SETUP-MIB currSoftVersion
  serial   207.8.4.4.3.21.1.1.8       AT-RESOURCE-MIB rscBoardSerialNumber
  model    207.8.4.4.3.21.1.1.4       AT-RESOURCE-MIB rscBoardName
231
  model    231.2.10.2.2.10.2.3.1.5    FSC-SERVERCONTROL2-MIB sc2UnitModelName
  serial   231.2.10.2.2.10.2.3.1.7    FSC-SERVERCONTROL2-MIB sc2UnitSerialNumber
232
  model    232.2.2.4.2                CPQSINFO-MIB cpqSiProductName
  serial   232.2.2.2.1                CPQSINFO-MIB cpqSiSysSerialNum
  version  232.9.2.2.2                CPQSM2-MIB cpqSm2CntlrRomRevision
  model    232.165.1.2.2              CPQPOWER-MIB upsIdentModel
  version  232.165.1.2.3              CPQPOWER-MIB upsIdentSoftwareVersions
  serial   232.165.1.2.7              CPQPOWER-MIB upsIdentSerialNumber
  model    232.165.11.1.2.1.2         CPQPOWER-MIB pdu3Model
  serial   232.165.11.1.2.1.7         CPQPOWER-MIB pdu3SerialNumber
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
259
  serial   @.1.1.3.1.10               ES3510MA-MIB swSerialNumber
  version  @.1.1.3.1.6                ES3510MA-MIB swOpCodeVer
  model    @.1.1.5.1                  ES3510MA-MIB swProdName
  serial   ^.1.1.3.1.10               ES3510MA-MIB swSerialNumber
  version  ^.1.1.3.1.6                ES3510MA-MIB swOpCodeVer
  model    ^.1.1.5.1                  ES3510MA-MIB swProdName
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
705
  model    705.1.1.2                  MG-SNMP-UPS-MIB upsmgIdentModelName
  version  705.1.1.4                  MG-SNMP-UPS-MIB upsmgIdentFirmwareVersion
  serial   705.1.1.7                  MG-SNMP-UPS-MIB upsmgIdentSerialNumber
  -        705.1.1.1                  MG-SNMP-UPS-MIB upsmgIdentFamilyName
789
  model    789.1.1.5                  NETWORK-APPLIANCE-MIB productModel
  serial   789.1.1.9                  NETWORK-APPLIANCE-MIB productSerialNum
  version  789.1.1.2                  NETWORK-APPLIANCE-MIB productVersion
890
  version  890.1.15.3.1.6             ZYXEL-ES-COMMON sysSwVersionString
  model    890.1.15.3.1.11            ZYXEL-ES-COMMON sysProductModel
  serial   890.1.15.3.1.12            ZYXEL-ES-COMMON sysProductSerialNumber
  serial   890.1.15.3.82.2.10         ZYXEL-SYS-INFO-MIB sysSerialNumber
  serial   @.1.10                     ZYXEL-ES sysSerialNumber
  serial   890.1.2.2.2                ZYXEL sysSerialNumber
935
  model    935.1.1.1.1.1.1            PPC-MIB upsBaseIdentModel
  version  935.1.1.1.1.2.1            PPC-MIB upsSmartIdentFirmwareRevision
  serial   935.1.1.1.1.2.3            PPC-MIB upsSmartIdentUpsSerialNumber
1166
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
1271
  serial   1271.2.1.5.1.1.4           CIENA-CES-CHASSIS-MIB cienaCesChassisSerialNumber
  model    1271.2.1.5.1.1.3           CIENA-CES-CHASSIS-MIB cienaCesChassisPartNumber
1347
  model    1347.43.5.1.1.1            KYOCERA-Private-MIB kcprtGeneralModelName
  serial   1347.43.5.1.1.28           KYOCERA-Private-MIB kcprtSerialNumber
  version  1347.43.5.4.1.5.1.1        KYOCERA-Private-MIB kcprtFirmwareVersion
1429
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
1482
  model    1482.20.1.6.2              SAEUROPE-ADMINISTRATION-MIB adminModelNumber
  serial   1482.20.1.6.3              SAEUROPE-ADMINISTRATION-MIB adminSerialNumber
1588
  version  1588.2.1.1.1.1.6           SW-MIB swFirmwareVersion
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
1663
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
1718
  serial   1718.4.1.2.2.1.5           Sentry4-MIB st4UnitProductSN
  model    1718.4.1.2.2.1.4           Sentry4-MIB st4UnitModel
  version  1718.4.1.1.1.3             Sentry4-MIB st4SystemFirmwareVersion
  version  1718.3.1.1                 Sentry3-MIB systemVersion
  serial   1718.3.2.1.1.6             Sentry3-MIB towerProductSN
  model    1718.3.2.1.1.7             Sentry3-MIB towerModelNumber
1916
  serial   1916.1.1.1.16              EXTREME-SYSTEM-MIB extremeSystemID
  version  1916.1.1.1.13              EXTREME-SYSTEM-MIB extremePrimarySoftwareRev
1991
  serial   1991.1.1.1.1.2             FOUNDRY-SN-AGENT-MIB snChasSerNum
  version  1991.1.1.2.1.11            FOUNDRY-SN-AGENT-MIB snAgImgVer
2011
  serial   2011.2.235.1.1.1.7         HUAWEI-SERVER-IBMC-MIB deviceSerialNo
  model    2011.2.235.1.1.1.6         HUAWEI-SERVER-IBMC-MIB deviceName
2254
  model    2254.2.4.1.2               DeltaUPS-MIB dupsIdentModel
  version  2254.2.4.1.3               DeltaUPS-MIB dupsIdentUPSSoftwareVersion
2272
  serial   2272.1.4.2                 RAPID-CITY rcChasSerialNumber
  version  2272.1.1.7                 RAPID-CITY rcSysVersion
2356
  serial   2356.11.1.47.7             LCOS-MIB lcsStatusHardwareInfoSerialNumber
  serial   2356.13.1.47.7             LCOS-LX-MIB lcosLXStatusHardwareInfoSerialNumber
  version  2356.13.1.47.9             LCOS-LX-MIB lcosLXStatusHardwareInfoSwVersion
  serial   2356.16.1.1.1.1.4          LCOS-SX-MIB serialNumber
  model    2356.16.1.1.1.1.3          LCOS-SX-MIB productName
2435
  serial   2435.2.3.9.4.2.1.5.5.1     BROTHER-MIB brInfoSerialNumber
  -        2435.2.4.3.1240.6.5        BROTHER-MIB brpsFirmwareDescription
  -        2435.2.3.9.1.1.7           BROTHER-MIB brieee1284id
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
3174
  serial   3174.2.2.2                 TIARA-NETWORKS-CHASSIS-MIB chassisSerialNumber
  model    3174.2.2.1                 TIARA-NETWORKS-CHASSIS-MIB chassisType
3375
  model    3375.2.1.3.5.2             F5-BIGIP-SYSTEM-MIB sysPlatformInfoMarketingName
  serial   3375.2.1.3.3.3             F5-BIGIP-SYSTEM-MIB sysGeneralChassisSerialNum
  version  3375.2.1.4.2               F5-BIGIP-SYSTEM-MIB sysProductVersion
3417
  serial   3417.2.9.1.1               BLUECOAT-HOST-RESOURCES-MIB bchrSerial
3808
  model    3808.1.1.1.1.1.1           CPS-MIB upsBaseIdentModel
  version  3808.1.1.1.1.2.1           CPS-MIB upsAdvanceIdentFirmwareRevision
  serial   3808.1.1.1.1.2.3           CPS-MIB upsAdvanceIdentSerialNumber
  model    3808.1.1.3.1.5             CPS-MIB ePDUIdentModelNumber
  version  3808.1.1.3.1.3             CPS-MIB ePDUIdentFirmwareRev
  serial   3808.1.1.3.1.6             CPS-MIB ePDUIdentSerialNumber
3955
  serial   3955.89.53.14.1.5          LINKSYS-Physicaldescription-MIB rlPhdUnitGenParamSerialNum
  model    3955.89.53.14.1.14         LINKSYS-Physicaldescription-MIB rlPhdUnitGenParamModelName
  version  3955.89.53.14.1.2          LINKSYS-Physicaldescription-MIB rlPhdUnitGenParamSoftwareVersion
4115
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
4329
  serial   4329.6.3.2.1.1.3           AUTOMATION-SYSTEM-MIB automationSerialNumber
  version  4329.6.3.2.1.1.5           AUTOMATION-SYSTEM-MIB automationSwRevision
  model    4329.6.3.2.1.1.2           AUTOMATION-SYSTEM-MIB automationOrderNumber
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
4555
  model    4555.1.1.7.1.1.1           SOCOMECUPS-MIB upsIdentModel
  serial   4555.1.1.7.1.1.2           SOCOMECUPS-MIB upsIdentSerialNumber
  version  4555.1.1.7.1.1.5           SOCOMECUPS-MIB upsIdentAgentSoftwareVersion
4684
  serial   .1.3.6.1.2.1.69.1.1.4      DOCS-CABLE-DEVICE-MIB docsDevSerialNumber
  version  .1.3.6.1.2.1.69.1.3.5      DOCS-CABLE-DEVICE-MIB docsDevSwCurrentVers
4881
  serial   4881.1.1.10.2.1.1.24       RUIJIE-SYSTEM-MIB ruijieSystemSerialno
  version  4881.1.1.10.2.1.1.2        RUIJIE-SYSTEM-MIB ruijieSystemSwVersion
4935
  serial   4935.10.15.1.5             MX-SYSTEM-MIB sysSerialNumber
  version  4935.10.15.1.3             MX-SYSTEM-MIB sysSoftwareVersion
5227
  serial   5227.27.1.10.2             BUFFALO-NAS-MIB nasSerialNumber
  model    5227.27.1.10.1             BUFFALO-NAS-MIB nasProductName
5597
  version  5597.30.0.0.2              MBG-SNMP-LTNG-MIB mbgLtNgFirmwareVersion
  serial   5597.30.0.0.3              MBG-SNMP-LTNG-MIB mbgLtNgSerialNumber
  serial   5597.40.0.1                MBG-SYNCBOX-N2X-MIB mbgSyncboxN2XSerialNumber
5951
  serial   5951.4.1.1.14              NS-ROOT-MIB sysHardwareSerialNumber
  model    5951.4.1.1.11              NS-ROOT-MIB sysHardwareVersionDesc
  -        5951.4.1.1.1               NS-ROOT-MIB sysBuildVersion
6027
  serial   6027.3.10.1.2.2.1.12       F10-S-SERIES-CHASSIS-MIB chStackUnitSerialNumber
  version  6027.3.10.1.2.2.1.10       F10-S-SERIES-CHASSIS-MIB chStackUnitCodeVersion
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
7779
  model    7779.3.1.1.2.1.4           IB-PLATFORMONE-MIB ibHardwareType
  serial   7779.3.1.1.2.1.6           IB-PLATFORMONE-MIB ibSerialNumber
  version  7779.3.1.1.2.1.7           IB-PLATFORMONE-MIB ibNiosVersion
8691
  serial   8691.602.1.1.2.2.3         MOXA-SYSTEM-INFO-MIB siStatProductInfoSerialNumber
  model    8691.602.1.1.2.2.5         MOXA-SYSTEM-INFO-MIB siStatProductInfoModelName
  version  8691.602.1.1.2.2.1         MOXA-SYSTEM-INFO-MIB siStatProductInfoFirmwareVersion
  serial   @.1.78                     MOXA-EDS528E-MIB serialNumber
  version  @.1.4                      MOXA-EDS528E-MIB firmwareVersion
  model    @.1.2                      MOXA-EDS528E-MIB switchModel
8741
  model    8741.2.1.1.1               SONICWALL-COMMON-MIB snwlSysModel
  serial   8741.2.1.1.2               SONICWALL-COMMON-MIB snwlSysSerialNumber
  version  8741.2.1.1.3               SONICWALL-COMMON-MIB snwlSysFirmwareVersion
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
  version  12356.107.2.1.2            FORTINET-FORTIWEB-MIB fwSysVersion
13742
  model    13742.6.3.2.1.1.3          PDU2-MIB pduModel
  serial   13742.6.3.2.1.1.4          PDU2-MIB pduSerialNumber
  version  13742.6.3.2.3.1.6          PDU2-MIB boardFirmwareVersion
  version  13742.4.1.1.1              PDU-MIB firmwareVersion
  serial   13742.4.1.1.2              PDU-MIB serialNumber
  model    13742.4.1.1.12             PDU-MIB objectName
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
14988
  serial   14988.1.1.7.3              MIKROTIK-MIB mtxrSerialNumber
  version  14988.1.1.4.4              MIKROTIK-MIB mtxrLicVersion
  model    14988.1.1.7.8              MIKROTIK-MIB mtxrBoardName
15004
  serial   15004.4.2.3.1              RUGGEDCOM-SYS-INFO-MIB rcDeviceInfoSerialNumber
  version  15004.4.2.3.3              RUGGEDCOM-SYS-INFO-MIB rcDeviceInfoMainSwVersion
17163
  model    17163.1.1.1.1              STEELHEAD-MIB model
  serial   17163.1.1.1.2              STEELHEAD-MIB serialNumber
  version  17163.1.1.1.3              STEELHEAD-MIB systemVersion
  model    17163.1.51.1.1             STEELHEAD-EX-MIB model
  serial   17163.1.51.1.2             STEELHEAD-EX-MIB serialNumber
  version  17163.1.51.1.3             STEELHEAD-EX-MIB systemVersion
17713
  serial   17713.21.1.1.31            CAMBIUM-PMP80211-MIB cambiumEPMPMSN
  version  17713.21.1.1.17            CAMBIUM-PMP80211-MIB cambiumCurrentuImageVersion
18334
  model    18334.1.1.1.1.6.2.1        KONICA-MINOLTA-MIB productName
  version  18334.1.1.1.1.6.1          KONICA-MINOLTA-MIB firmware
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
22610
  serial   22610.2.4.1.6.2            A10-AX-MIB axSysSerialNumber
  version  22610.2.4.1.1.1            A10-AX-MIB axSysPrimaryVersionOnDisk
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
25461
  version  25461.2.1.2.1.1            PAN-COMMON-MIB panSysSwVersion
  serial   25461.2.1.2.1.3            PAN-COMMON-MIB panSysSerialNumber
  -        25461.2.1.2.1.2            PAN-COMMON-MIB panSysHwVersion
25506
  serial   25506.2.6.1.2.1.1.2        HH3C-ENTITY-EXT-MIB hh3cEntityExtManuSerialNum
  serial   25506.8.35.18.1.3          HH3C-LSW-DEV-ADM-MIB hh3cDevMFabricSerialNum
26543
  version  @.1.1.1.10                 IBM-GbTOR-MIB agSoftwareVersion
  serial   @.1.3.1.18                 IBM-GbTOR-MIB hwSerialNumber
26866
  model    26866.2.2                  GIGAMON-SNMP-MIB chassis
  serial   26866.2.4                  GIGAMON-SNMP-MIB serialNumber
26928
  serial   26928.1.2.5                AH-SYSTEM-MIB ahSystemSerial
  version  26928.1.2.12               AH-SYSTEM-MIB ahFirmwareVersion
27662
  version  27662.1.1.1.1              PEPLINK-MAX-MIB maxFirmware
  serial   27662.1.1.1.2              PEPLINK-MAX-MIB maxSerialNumber
31034
  model    31034.12.1.1.2.1.1.1.5     SCHLEIFENBAUER-DATABUS-MIB sdbDevIdProductId
  serial   31034.12.1.1.2.1.1.1.6     SCHLEIFENBAUER-DATABUS-MIB sdbDevIdSerialNumber
33555
  serial   33555.1.1.1.2              RAY-MIB serialNumber
  model    33555.1.1.1.1              RAY-MIB productName
  version  33555.1.1.2.2              RAY-MIB swVer
  serial   33555.4.1.1.2              RAY3-MIB serialNumber
  model    33555.4.1.1.1              RAY3-MIB productName
  version  33555.4.1.2.2              RAY3-MIB swVer
35265
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
  model    41112.1.5.1.2              UBNT-EdgeMAX-MIB ubntModel
  version  41112.1.5.1.3              UBNT-EdgeMAX-MIB ubntVersion
43356
  serial   43356.2.1.2.1.2            MIMOSA-NETWORKS-BFIVE-MIB mimosaSerialNumber
  version  43356.2.1.2.1.3            MIMOSA-NETWORKS-BFIVE-MIB mimosaFirmwareVersion
48690
  serial   48690.1.1                  TELTONIKA-MIB serial
  version  48690.1.6                  TELTONIKA-MIB fwVersion
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
