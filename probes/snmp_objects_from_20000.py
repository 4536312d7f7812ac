"""The objects of makers' MIBs, continued: the enterprises from 20000 on. probes/snmp_objects.py says how to read it."""

from __future__ import annotations

TABLE = """
20301
  version  @.1.1.1.10                 BLADE-NETWORK-MIB agSoftwareVersion
  serial   @.1.3.1.18                 BLADE-NETWORK-MIB hwSerialNumber
20632
  serial   20632.8.28                 BWS-MIB systemSerialNumber
  version  20632.8.25                 BWS-MIB currentFirmwareVersion
20992
  version  20992.1.1.1                WIPIPE-MIB devFWVersion
21067
  serial   21067.2.1.1.1              CYBEROAM-MIB applianceKey
  model    21067.2.1.1.2              CYBEROAM-MIB applianceModel
  version  21067.2.1.1.3              CYBEROAM-MIB cyberoamVersion
21239
  version  21239.5.2.1.2              VERTIV-V5-MIB productVersion
  model    21239.5.2.1.8              VERTIV-V5-MIB productModelNumber
  serial   21239.5.2.1.10             VERTIV-V5-MIB productSerialNumber
  version  21239.2.1.2                GEIST-MIB-V3 productVersion
  model    21239.2.1.1                GEIST-MIB-V3 productTitle
  version  21239.5.1.1.2              Geist productVersion
  serial   21239.5.1.1.10             Geist productSerialNumber
  version  21239.1.1.2                Geist productVersion
21317
  model    21317.1.3.2.2.2.1.1        ATEN-PE-CFG modelName
21728
  model    21728.3.1.1                Synaccess systemModel
  version  21728.3.1.6                Synaccess swVersion
22420
  model    22420.1.1.1                ACD-DESC-MIB acdDescCommercialName
  version  22420.1.1.4                ACD-DESC-MIB acdDescFirmwareVersion
22610
  serial   22610.2.4.1.6.2            A10-AX-MIB axSysSerialNumber
  version  22610.2.4.1.1.1            A10-AX-MIB axSysPrimaryVersionOnDisk
22626
  serial   22626.1.5.1.2              COMET-T5XX-MIB serialNumber
  serial   22626.1.2.2.2              COMET-WS-MIB serialNumber
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
  serial   25053.1.4.1.1.1.15.13      RUCKUS-SZ-SYSTEM-MIB ruckusSZSystemStatsSerialNumber
  serial   25053.1.3.1.1.1.15.13      RUCKUS-SYSTEM-MIB ruckusSystemStatsSerialNumber
25461
  version  25461.2.1.2.1.1            PAN-COMMON-MIB panSysSwVersion
  serial   25461.2.1.2.1.3            PAN-COMMON-MIB panSysSerialNumber
  -        25461.2.1.2.1.2            PAN-COMMON-MIB panSysHwVersion
25506
  serial   25506.2.6.1.2.1.1.2        HH3C-ENTITY-EXT-MIB hh3cEntityExtManuSerialNum
  serial   25506.8.35.18.1.3          HH3C-LSW-DEV-ADM-MIB hh3cDevMFabricSerialNum
25651
  model    25651.1.2.1.1              EXALT-MIB modelName
  serial   25651.1.2.1.3              EXALT-MIB serialNumber
26543
  version  @.1.1.1.10                 IBM-GbTOR-MIB agSoftwareVersion
  serial   @.1.3.1.18                 IBM-GbTOR-MIB hwSerialNumber
26866
  model    26866.2.2                  GIGAMON-SNMP-MIB chassis
  serial   26866.2.4                  GIGAMON-SNMP-MIB serialNumber
26928
  serial   26928.1.2.5                AH-SYSTEM-MIB ahSystemSerial
  version  26928.1.2.12               AH-SYSTEM-MIB ahFirmwareVersion
27509
  serial   27509.3.1.2                Creanord deviceSerialNumber
  version  27509.3.1.5                Creanord softwareVersion
27514
  serial   27514.1.1.10.2.1.1.24      QTECH-SYSTEM-MIB qtechSystemSerialno
  version  27514.1.1.10.2.1.1.2       QTECH-SYSTEM-MIB qtechSystemSwVersion
  serial   27514.1.2.1.1.2.19         QTECH-PRODUCT-MIB prodSerialNo
  model    27514.1.2.1.1.2.15         QTECH-PRODUCT-MIB productName
27662
  version  27662.1.1.1.1              PEPLINK-MAX-MIB maxFirmware
  serial   27662.1.1.1.2              PEPLINK-MAX-MIB maxSerialNumber
  model    27662.200.1.1.1.1.1        PEPLINK-DEVICE-MIB deviceModel
  serial   27662.200.1.1.1.1.2        PEPLINK-DEVICE-MIB deviceSerialNumber
  version  27662.200.1.1.1.1.3        PEPLINK-DEVICE-MIB deviceFirmwareVersion
28533
  serial   28533.5.30.10.1.19         CYAN-NODE-MIB cyanNodeMfgSerialNumber
29640
  serial   29640.4.3.3                PDU-MIB pduSerialNumber
31034
  model    31034.12.1.1.2.1.1.1.5     SCHLEIFENBAUER-DATABUS-MIB sdbDevIdProductId
  serial   31034.12.1.1.2.1.1.1.6     SCHLEIFENBAUER-DATABUS-MIB sdbDevIdSerialNumber
31440
  model    31440.1.2                  EDS-MIB eProductName
33049
  serial   33049.2.1.1.1.2            GRIDMANAGER-MIB serialNumber
  version  33049.2.1.1.1.3            GRIDMANAGER-MIB swVersion
33234
  serial   33234.1.1.1.1              HALON-SP-MIB serialNumber
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
35265
  serial   2076.81.1.120              ARICENT-ISS-MIB serialNumber
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
39145
  model    39145.10.1                 ICT-MIB deviceModel
  model    39145.11.1                 ICT-MIB deviceModel
  model    39145.12.1                 ICT-MIB deviceModel
39165
  model    39165.1.1                  HIK-DEVICE-MIB deviceType
  version  39165.1.3                  HIK-DEVICE-MIB softwVersion
  -        39165.1.6                  HIK-DEVICE-MIB manufacturer
40865
  model    40865.1.2                  Majorpower modelname
  version  40865.1.3                  Majorpower controllerswversion
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
42610
  version  42610.1.4.4.1.1.1          Superior-Power pduIdentAgentSoftwareVersion
  serial   42610.1.4.4.1.1.2          Superior-Power pduIdentSerialNumber
43356
  serial   43356.2.1.2.1.2            MIMOSA-NETWORKS-BFIVE-MIB mimosaSerialNumber
  version  43356.2.1.2.1.3            MIMOSA-NETWORKS-BFIVE-MIB mimosaFirmwareVersion
44738
  serial   44738.1.1                  Asustor sysSerialNumber
  version  44738.1.2                  Asustor sysADMVersion
46242
  version  46242.1                    NETONIX-SWITCH-MIB firmwareVersion
47307
  model    47307.1.1.1                IgniteNet model
  version  47307.1.1.3                IgniteNet fwVersion
47924
  model    47924.100.1.1              mergedK sku
  serial   47924.100.1.2              mergedK serialNr
  version  47924.100.1.4              mergedK fwVersion
48690
  serial   48690.1.1                  TELTONIKA-MIB serial
  version  48690.1.6                  TELTONIKA-MIB fwVersion
52642
  serial   52642.1.1.10.2.1.1.24      FS-SYSTEM-MIB fsSystemSerialno
  version  52642.1.1.10.2.1.1.2       FS-SYSTEM-MIB fsSystemSwVersion
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
