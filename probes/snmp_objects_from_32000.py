"""Where makers keep serial number, version and model: the enterprises from 32000 on. The form of the table is told in
probes/snmp_objects.py.
"""

from __future__ import annotations

TABLE = """
32015
  version  32015.0.0                  EXTRAHOP-MIB extrahopInfoVersionString
33049
  serial   33049.2.1.1.1.2            GRIDMANAGER-MIB serialNumber
  version  33049.2.1.1.1.3            GRIDMANAGER-MIB swVersion
33234
  serial   33234.1.1.1.1              HALON-SP-MIB serialNumber
33283
  model    33283.1.30.8.81            IMCO-LS110-MIB model
  serial   33283.1.30.8.83            IMCO-LS110-MIB serialNumber
  version  33283.1.30.8.84            IMCO-LS110-MIB version
33555
  serial   33555.1.1.1.2              RAY-MIB serialNumber
  model    33555.1.1.1.1              RAY-MIB productName
  version  33555.1.1.2.2              RAY-MIB swVer
  serial   33555.4.1.1.2              RAY3-MIB serialNumber
  model    33555.4.1.1.1              RAY3-MIB productName
  version  33555.4.1.2.2              RAY3-MIB swVer
34086
  model    34086.2.2.12.1.3           TALARI-MIB tnStatsApplianceModelName
  serial   34086.2.2.12.1.12          TALARI-MIB tnStatsApplianceSerialNumber
  version  34086.2.2.12.1.14          TALARI-MIB tnStatsApplianceSoftwareVersion
34652
  model    34652.2.10.1               IPF-Technology vlsModelName
  serial   34652.2.10.2               IPF-Technology vlsSerialNumber
  version  34652.2.10.3               IPF-Technology vlsFirmwareVersion
34774
  serial   34774.4.1.1.1              ISM-STORAGE-SVC-MIB serialNumber
  version  34774.4.1.1.6              ISM-STORAGE-SVC-MIB productVersion
35265
  serial   2076.81.1.120              ARICENT-ISS-MIB serialNumber
  serial   89.53.14.1.5               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSerialNum
  model    89.53.14.1.14              RADLAN-Physicaldescription-MIB rlPhdUnitGenParamModelName
  version  89.53.14.1.2               RADLAN-Physicaldescription-MIB rlPhdUnitGenParamSoftwareVersion
  serial   35265.1.13.10.15           ELTEX-PP4 pp4SystemUnit1SerialNumber
  version  35265.1.13.10.5            ELTEX-PP4 pp4SystemUnit1FirmwareVersion
  serial   35265.4.3                  ELTEX-OMS omsSerialNumber
  version  2076.81.1.3                ARICENT-ISS-MIB issFirmwareVersion
35424
  serial   35424.1.1.2                VIPRINET-MIB vpnRouterSerial
  model    35424.1.1.3                VIPRINET-MIB vpnRouterModel
  version  35424.1.1.4                VIPRINET-MIB vpnRouterFirmware
35616
  version  35616.5.1.10               Deltanet lt2sFirmwareVersion
35774
  model    35774.2.1.1.4              Starline cpmAcModelNumber
  serial   35774.2.1.1.5              Starline cpmAcSerialNumber
  version  35774.2.1.1.7              Starline cpmAcFirmwareVersion
35847
  version  35847.1.3.2.1              Greenbone swVersionString
36673
  model    36673.100.1.2.1.1.2        IPI-CMM-CHASSIS-MIB cmmStackUnitModelName
  serial   36673.100.1.2.1.1.3        IPI-CMM-CHASSIS-MIB cmmStackUnitSerialNumber
37072
  serial   37072.2.47.1.1.1.6         Lantech lgs2816crpsSerialNumber
  version  37072.2.47.1.1.1.3         Lantech lgs2816crpsFirmwareVersion
  model    37072.2.54.1.1.1           Lantech lgs2624cModelName
  version  37072.2.54.1.1.3           Lantech lgs2624cFirmwareVersion
  serial   37072.2.54.1.1.6           Lantech lgs2624cSerialNumber
  serial   37072.303.1.66.1.1.1.1.9   Lantech swSerialNum
37538
  model    37538.2.1000.1.1.1         Big-Switch systemProductName
  serial   37538.2.1000.1.1.3         Big-Switch systemSerialNumber
37662
  model    37662.1.2.2.1.1.1.1        Ablerex atsIdentGroupModel
  serial   37662.1.2.2.1.1.1.2        Ablerex atsIdentGroupSerialNumber
38124
  serial   38124.7.1.2.6              Harmonic genProductSerialNumber
38218
  version  38218.1.3.3                Designer-Systems pdu_FirmwareVersion
  model    38218.1.5.3                Designer-Systems pdu_ProductName
38446
  serial   38446.1.1.2.1.11           ENLOGIC-PDU-MIB pduNamePlateSerialNumber
  model    38446.1.1.2.1.10           ENLOGIC-PDU-MIB pduNamePlateModelNumber
  version  38446.1.1.2.1.13           ENLOGIC-PDU-MIB pduNamePlateFirmwareVersion
38783
  model    @.1.1                      TERACOM-TCW241-MIB name
  version  @.1.2                      TERACOM-TCW241-MIB version
  model    =38783.1.1.0               TERACOM-MIB name
  version  =38783.1.2.0               TERACOM-MIB version
  model    38783.3.1.1                TERACOM-TCW241-MIB name
  version  38783.3.1.2                TERACOM-TCW241-MIB version
39052
  model    39052.1.7.1                VUTLAN-SYSTEM-MIB systemDevType
  version  39052.1.7.2                VUTLAN-SYSTEM-MIB systemFirmware
  serial   39052.1.7.10               VUTLAN-SYSTEM-MIB systemDescSN
39145
  model    39145.10.1                 ICT-MIB deviceModel
  model    39145.11.1                 ICT-MIB deviceModel
  model    39145.12.1                 ICT-MIB deviceModel
  version  39145.10.4                 ICT-MIB deviceFirmware
  version  39145.11.4                 ICT-MIB deviceFirmware
  version  39145.12.4                 ICT-MIB deviceFirmware
  model    39145.13.1                 ICT-MIB deviceModel
  version  39145.13.4                 ICT-MIB deviceFirmware
39165
  model    39165.1.1                  HIK-DEVICE-MIB deviceType
  version  39165.1.3                  HIK-DEVICE-MIB softwVersion
  -        39165.1.6                  HIK-DEVICE-MIB manufacturer
  -        39165.1.5                  HIK-DEVICE-MIB deviceID
40297
  serial   40297.1.2.4.5              Hytera rptSerialNo
40418
  version  40418.7.100.1.3            NAG-MIB sysSoftwareVersion
40560
  model    40560.2.1.1                Norsat productType
  serial   40560.2.1.2                Norsat serialNumber
40865
  model    40865.1.2                  Majorpower modelname
  version  40865.1.3                  Majorpower controllerswversion
40989
  version  40989.10.16.20.13          GLSUN softwareVersion
41112
  model    41112.1.6.3.3              UBNT-UniFi-MIB unifiApSystemModel
  version  41112.1.6.3.6              UBNT-UniFi-MIB unifiApSystemVersion
  version  41112.1.3.2.1.40           UBNT-AirFIBER-MIB fwVersion
  model    .1.2.840.10036.3.1.2.1.3   IEEE802dot11-MIB dot11manufacturerProductName
  version  .1.2.840.10036.3.1.2.1.4   IEEE802dot11-MIB dot11manufacturerProductVersion
  version  41112.1.5.1.3              UBNT-EdgeMAX-MIB ubntVersion
  model    41112.1.5.1.1              UBNT-EdgeMAX-MIB ubntModel
  serial   41112.1.5.1.2              UBNT-EdgeMAX-MIB ubntSerialNumber
  version  41112.1.10.1.3.4           UI-AF60-MIB afLTUFirmwareVersion
41263
  version  41263.502                  NUTANIX-MIB clusterVersion
41916
  version  41916.11.1.2               VIPTELA-OPER-SYSTEM systemStatusVersion
42040
  version  42040.1.2                  NASUNI-FILER-MIB filerVersion
  serial   42040.1.3                  NASUNI-FILER-MIB filerSerialNumber
42333
  serial   42333.10.2.7.1             Aliter serialNum
42359
  model    42359.2.2.1.1.4.1.2        DEVICE-MIB model
  serial   42359.2.2.1.1.4.1.4        DEVICE-MIB serialNumber
42397
  model    42397.1.3.1.1              Grandstream gwnDeviceModel
  version  42397.1.3.1.4              Grandstream gwnDeviceVersion
  model    42397.1.1.2.1              Grandstream gwnDeviceModel
  version  42397.1.1.2.4              Grandstream gwnDeviceVersion
42610
  version  42610.1.4.4.1.1.1          Superior-Power pduIdentAgentSoftwareVersion
  serial   42610.1.4.4.1.1.2          Superior-Power pduIdentSerialNumber
42825
  model    42825.1.1.1.1.9            vArmour vaSysModel
  serial   42825.1.1.1.1.10           vArmour vaSysSerialNum
  version  42825.1.1.1.1.11           vArmour vaSysSwVer
43356
  serial   43356.2.1.2.1.2            MIMOSA-NETWORKS-BFIVE-MIB mimosaSerialNumber
  version  43356.2.1.2.1.3            MIMOSA-NETWORKS-BFIVE-MIB mimosaFirmwareVersion
43768
  version  43768.137.12.15.1          GatesAir systemSoftwareVersion
  serial   43768.137.12.13            GatesAir systemSerialNumber
43906
  version  43906.1.1.3                TEGILE-MIB haControllerA-SoftwareVersion
43943
  version  43943.1.1.1.6              Voltronic upsIdFWVersion
44738
  serial   44738.1.1                  Asustor sysSerialNumber
  version  44738.1.2                  Asustor sysADMVersion
45065
  version  45065.1.1.1.3              INSYDE-IPMI-MIB bmcFWversion
45201
  version  45201.1.4                  BBright firmwareVersion
45621
  model    45621.3.1.1                TYCON model
  version  45621.3.1.2                TYCON firmwareVersion
  model    45621.2.1.1                TPDIN2-MIB name
  version  45621.2.1.2                TPDIN2-MIB version
46242
  version  46242.1                    NETONIX-SWITCH-MIB firmwareVersion
46501
  model    46501.1.7.1                DIDACTUM-SYSTEM-MIB systemDevType
  version  46501.1.7.2                DIDACTUM-SYSTEM-MIB systemFirmware
  serial   46501.1.7.10               DIDACTUM-SYSTEM-MIB systemDescSN
46651
  serial   46651.1.1.46               DANTHERM-COOLING-MIB serialNumber
  version  46651.1.1.51               DANTHERM-COOLING-MIB softwareVersion
47196
  serial   47196.4.1.1.3.15.1.2.1.7   ARUBAWIRED-VSFV2-MIB arubaWiredVsfv2MemberSerialNum
47307
  model    47307.1.1.1                IgniteNet model
  version  47307.1.1.3                IgniteNet fwVersion
47565
  version  47565.1.1.1.1              Forcepoint fwSoftwareVersion
47924
  model    47924.100.1.1              mergedK sku
  serial   47924.100.1.2              mergedK serialNr
  version  47924.100.1.4              mergedK fwVersion
48690
  serial   48690.1.1                  TELTONIKA-MIB serial
  version  48690.1.6                  TELTONIKA-MIB fwVersion
49075
  model    49075.1.1.1                SAMLEXAMERICA-MIB model
  version  49075.1.1.2                SAMLEXAMERICA-MIB version
50001
  model    50001.1.1                  Hikvision deviceType
  version  50001.1.3                  Hikvision softwVersion
  -        50001.1.5                  Hikvision deviceID
52642
  serial   52642.1.1.10.2.1.1.24      FS-SYSTEM-MIB fsSystemSerialno
  version  52642.1.1.10.2.1.1.2       FS-SYSTEM-MIB fsSystemSwVersion
  serial   52642.1.1.10.2.21.1.2.1.10 FS fsDeviceSerialNumber
  serial   52642.1.37.1.5.1.10        FS serialNumber
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
57344
  model    57344.1.3.1                Tachyon deviceModel
  serial   57344.1.3.2                Tachyon deviceSerialNo
  version  57344.1.3.4                Tachyon firmwareVersion
1004849
  version  1004849.2.1.1.1            DAHUA-SNMP-MIB softwareRevision
  serial   1004849.2.1.2.4            DAHUA-SNMP-MIB serialNumber
  model    1004849.2.1.2.6            DAHUA-SNMP-MIB deviceType
"""
