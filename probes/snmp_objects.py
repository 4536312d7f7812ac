"""Where makers keep serial number, version and model: objects of their own MIBs, for probes/snmp_elsewhere.py.

Plain data: here the enterprises below 300, the others in probes/snmp_objects_from_300.py and those beside it.

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
  model    2.6.223.7.5                IBM-PDU-MIB pduModelNumber
  serial   2.6.223.7.9                IBM-PDU-MIB pduSerialNumber
  version  2.6.223.7.3                IBM-PDU-MIB pduSoftwareVersion
  model    2.6.182.3.4.2              IBM chassis_Model
  serial   2.6.182.3.4.3              IBM chassis_SerialNumber
  version  2.3.51.3.1.5.1.1.3         IMM-MIB immVpdVersionString
  version  2.6.182.3.3.4              IBM product-Version
  serial   14851.3.1.4.3              SNIA-SML-MIB chassis-SerialNumber
  model    14851.3.1.4.2              SNIA-SML-MIB chassis-Model
  version  14851.3.1.3.4              SNIA-SML-MIB product-Version
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
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
15
  serial   15.2.1.4                   Xylogics serialNumber
28
  version  28.18.3                    Interlan riSystemSoftwareRev
  serial   28.18.4                    Interlan riSystemSerialNumber
  version  28.10.3                    Interlan riLdcChassisSoftwareRev
  serial   28.10.4                    Interlan riLdcChassisSerialNumber
33
  version  33.100.1.1.4               MRV-InReach irSysSwVersion
36
  serial   36.2.18.11.1.1.1.5.1       DEC chasChassisSerialNumber
43
  serial   43.10.27.1.1.1.13          A3COM0352-STACK-CONFIG stackUnitSerialNumber
  serial   43.45.1.10.2.6.1.2.1.1.2   A3COM-HUAWEI-ENTITY-EXT-MIB h3cEntityExtManuSerialNum
  serial   43.35.8.1.4                A3Com swSerialNumber
45
  serial   45.1.6.3.1.6               S5-CHASSIS-MIB s5ChasSerNum
  version  45.1.6.3.3.1.1.19          S5-CHASSIS-MIB s5ChasComRunningSoftwareVer
  serial   45.6.1.4.2.1.1             NTWS-BASIC-MIB ntwsSerialNumber
52
  serial   52.4.1.1.9.1.5             CONTAINER-MIB contTypeSerialNumber
  serial   52.4.15.1.4.2.1.1          RBTWS-BASIC-MIB rbtwsSerialNumber
  serial   52.1011.1.1                Cabletron els100SysSerialno
  serial   52.4.12.30.1.1.3.1.10      V2H124-24-MIB v2h124swSerialNumber
63
  version  63.501.3.1.5               AIRPORT-BASESTATION-3-MIB sysConfFirmwareVersion
64
  serial   64.2.1.10                  Gandalf bridgeSerialNum
  version  64.11.1.1.5                Gandalf grSoftwareRev
81
  version  81.27.1.1                  Lannet smartGenSWVersion
89
  serial   89.53.14.1.5               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSerialNum
  model    89.53.14.1.14              RADLAN-Physicaldescription-MIB rlPhdUnitGenParamModelName
  version  89.53.14.1.2               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSoftwareVersion
  serial   89.2.12                    RADWARE-MIB rndSerialNumber
  version  89.2.4                     RADLAN-MIB rndBrgVersion
94
  serial   94.1.21.1.1.1              Nokia ipsoChassisSerialNumber
96
  version  96.100.6.3.1               WR-SWITCH-MIB wrsVersionSwVersion
  serial   96.100.6.3.7               WR-SWITCH-MIB wrsVersionSwitchSerialNumber
114
  serial   114.1.4.1.30               Synernetics swSysSystemChassisSerialNumber
116
  serial   116.5.11.4.1.1.5.1.1       HM800MIB raidlistSerialNumber
  version  116.5.11.4.1.1.5.1.3       HM800MIB raidlistDKCMainVersion
  model    116.5.11.4.1.1.5.1.4       HM800MIB raidlistDKCProductName
  model    116.5.11.1.2.1.1           Hitachi dfSystemProductName
  version  116.5.11.1.2.1.2           Hitachi dfSystemMicroRevision
  serial   116.5.11.1.2.1.3           Hitachi dfSystemSerialNumber
139
  serial   139.2.5.1.4                Artel smCfgSerialNumber
161
  version  161.19.3.3.1.1             WHISP-BOX-MIBV2-MIB whispBoxSoftwareVer
  version  161.19.3.4.4.4             Motorola-PTP softwareVersion
  version  161.19.3.3.1.25            WHISP-BOX-MIBV2-MIB swVersion
  model    161.19.3.7.1.1.1.1         Motorola-CPEi modemInfoModel
  serial   161.19.3.7.1.1.1.2         Motorola-CPEi modemInfoSerialNumber
  model    161.19.3.8.1.1.1.1         Motorola-CPEi gwInfoModel
  serial   161.19.3.8.1.1.1.2         Motorola-CPEi gwInfoSerialNumber
171
  serial   171.12.11.1.9.4.1.17       EQUIPMENT-MIB swUnitMgmtSerialNumber
  version  171.12.11.1.9.4.1.11       EQUIPMENT-MIB swUnitMgmtSoftwareVersion
  serial   171.12.1.1.12              AGENT-GENERAL-MIB agentSerialNumber
  serial   171.15.3.1.6               DLINKPRIME-DEVICE-INFORMATION-MIB dpDeviceInfoSerialNumber
  version  171.15.3.1.4               DLINKPRIME-DEVICE-INFORMATION-MIB dpDeviceInfoFirmwareVersion
  serial   171.10.134.2.1.1.29        D-Link sysSerialNumber
  serial   171.10.97.2.1.1.24         D-Link mySystemSerialno
  version  171.10.75.14.1.3           D-Link sysFirmwareVersion
  version  171.10.139.1.1.1.1.1.3     D-Link deviceInfoFirmwareVersion
  version  171.11.70.5.2.1.1.5        D-Link swDevInfoFirmwareVersion
  version  171.11.70.2.2.1.1.5        D-Link swDevInfoFirmwareVersion
  serial   @.1.30                     D-Link sysSerialNumber
  version  @.1.3                      D-Link sysFirmwareVersion
  serial   171.10.139.1.1.1.1.1.7     D-Link deviceInfoSerialNumber
  version  @.5.1.8.1.3                D-Link firmwareVersion
  version  171.11.165.1000.5.1.8.1.3  D-Link firmwareVersion
  version  171.11.153.1000.5.1.8.1.3  D-Link firmwareVersion
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
  serial   207.8.3.1.1                Allied-Telesis atiSysSerialno
  version  207.8.12.2.3.13            Allied-Telesis atiPrimarySoftwareRev
  version  @.81.1.3                   Allied-Telesis sysFirmwareVersion
  serial   89.53.14.1.5               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSerialNum
  model    89.53.14.1.14              RADLAN-Physicaldescription-MIB rlPhdUnitGenParamModelName
  version  89.53.14.1.2               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSoftwareVersion
211
  model    211.1.24.12.100.1.5        Fujitsu systemNeType
  version  211.1.24.12.100.1.6        Fujitsu systemSoftwareVersion
  -        211.1.21.1.150.1.1         Fujitsu fjdarySspMachineId
  serial   211.1.15.3.1.1.4.3         XSCF-SP-MIB scfSystemSerialNumber
216
  serial   14851.3.1.4.3              SNIA-SML-MIB chassis-SerialNumber
  model    14851.3.1.4.2              SNIA-SML-MIB chassis-Model
  version  14851.3.1.3.4              SNIA-SML-MIB product-Version
231
  model    231.2.10.2.2.10.2.3.1.5    FSC-SERVERCONTROL2-MIB sc2UnitModelName
  serial   231.2.10.2.2.10.2.3.1.7    FSC-SERVERCONTROL2-MIB sc2UnitSerialNumber
  version  231.7.2.9.3.2              Siemens sysSoftwareVersion
  serial   231.2.10.3.1.2.4           SNI sniPCSerialNumber
  version  231.2.10.2.2.10.3.4.1.4    FSC-SERVERCONTROL2-MIB sc2spFirmwareVersion
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
  serial   248.100.1.3.602.1.1        Hirschmann hmITDeviceSerialNumber
  version  248.70.1.1.3               Hirschmann systemFirmwareVersion
  version  248.2.1                    Hirschmann hmFirmwareVersion
  serial   248.70.1.1.12              Hirschmann sysSerial
  serial   248.13.7.5.1.1.3.1.10      Hirschmann swSerialNumber
253
  serial   253.8.53.3.2.1.3           XEROX-HOST-RESOURCES-EXT-MIB serialNumber
259
  serial   @.1.1.3.1.10               ES3510MA-MIB swSerialNumber
  version  @.1.1.3.1.6                ES3510MA-MIB swOpCodeVer
  model    @.1.1.5.1                  ES3510MA-MIB swProdName
  serial   ^.1.1.3.1.10               ES3510MA-MIB swSerialNumber
  version  ^.1.1.3.1.6                ES3510MA-MIB swOpCodeVer
  model    ^.1.1.5.1                  ES3510MA-MIB swProdName
285
  version  285.1.7                    Olicom infoSoftwareVersion
289
  serial   .1.3.6.1.3.94.1.6.1.8      FCMGMT-MIB connUnitSn
  model    .1.3.6.1.3.94.1.6.1.7      FCMGMT-MIB connUnitProduct
  serial   289.2.1.1.2.1.9            McDATA ef6000SysSerialNum
  version  289.2.1.1.1.1.3            McDATA ed1032SysFirmwareVersion
  version  289.2.1.1.2.1.3            FCEOS-MIB fcEosSysFirmwareVersion
295
  serial   295.3.2.1.1.1.2            PlainTree chassisSerialNumber
297
  serial   253.8.53.3.2.1.3           XEROX-HOST-RESOURCES-EXT-MIB serialNumber
"""
