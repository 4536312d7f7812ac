"""Where makers keep serial number, version and model: the enterprises from 22000 on. The form of the table is told in
probes/snmp_objects.py.
"""

from __future__ import annotations

TABLE = """
22420
  model    22420.1.1.1                ACD-DESC-MIB acdDescCommercialName
  version  22420.1.1.4                ACD-DESC-MIB acdDescFirmwareVersion
  serial   22420.1.1.6                ACD-DESC-MIB acdDescSerialNumber
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
24062
  version  @.1.5                      Jetnet5010G systemFwVer
24681
  model    24681.1.2.12               NAS-MIB modelName
  model    24681.1.4.1.1.1.1.1.2.1.3  NAS-MIB enclosureModel
  serial   24681.1.4.1.1.1.1.1.2.1.4  NAS-MIB enclosureSerialNum
24686
  serial   48690.1.1                  TELTONIKA-MIB serial
  version  48690.1.6                  TELTONIKA-MIB fwVersion
24852
  version  24852.2.2.10               Phihong poeSystemFirmwareVersion
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
  serial   25053.1.15.1.1.1.1.15      RUCKUS-UNLEASHED-SYSTEM-MIB ruckusUnleashedSystemSerialNumber
  version  25053.1.15.1.1.1.1.18      RUCKUS-UNLEASHED-SYSTEM-MIB ruckusUnleashedSystemVersion
25461
  version  25461.2.1.2.1.1            PAN-COMMON-MIB panSysSwVersion
  serial   25461.2.1.2.1.3            PAN-COMMON-MIB panSysSerialNumber
  -        25461.2.1.2.1.2            PAN-COMMON-MIB panSysHwVersion
25506
  serial   25506.2.6.1.2.1.1.2        HH3C-ENTITY-EXT-MIB hh3cEntityExtManuSerialNum
  serial   25506.8.35.18.1.3          HH3C-LSW-DEV-ADM-MIB hh3cDevMFabricSerialNum
25597
  model    25597.11.1.1.2             FE-FIREEYE-MIB feHardwareModel
  serial   25597.11.1.1.3             FE-FIREEYE-MIB feSerialNumber
  version  25597.11.5.1.2             FE-FIREEYE-MIB feSystemImageVersionCurrent
25651
  model    25651.1.2.1.1              EXALT-MIB modelName
  serial   25651.1.2.1.3              EXALT-MIB serialNumber
  version  25651.1.2.1.5              EXALT-MIB firmwareVersion
26543
  version  @.1.1.1.10                 IBM-GbTOR-MIB agSoftwareVersion
  serial   @.1.3.1.18                 IBM-GbTOR-MIB hwSerialNumber
26866
  model    26866.2.2                  GIGAMON-SNMP-MIB chassis
  serial   26866.2.4                  GIGAMON-SNMP-MIB serialNumber
  serial   26866.2.8                  GIGAMON-SNMP-MIB chassisSerialNumber
  version  26866.2.10                 GIGAMON-SNMP-MIB firmwareVersion
26928
  serial   26928.1.2.5                AH-SYSTEM-MIB ahSystemSerial
  version  26928.1.2.12               AH-SYSTEM-MIB ahFirmwareVersion
27304
  version  27304.10.2                 DKT swVersion
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
  serial   =27662.200.1.1.1.1.1.1.0   PEPWAVE-DEVICE-MIB apSerialNumber
  model    =27662.200.1.1.1.1.1.0     PEPLINK-DEVICE-MIB deviceModel
  serial   =27662.200.1.1.1.1.2.0     PEPLINK-DEVICE-MIB deviceSerialNumber
  version  27662.200.1.1.1.1.3        PEPLINK-DEVICE-MIB deviceFirmwareVersion
  model    27662.200.1.1.1.1.1        PEPLINK-DEVICE-MIB deviceModel
  serial   27662.200.1.1.1.1.2        PEPLINK-DEVICE-MIB deviceSerialNumber
28381
  version  28381.700.7.1.2            N-Tron ntronSwVersion
28507
  model    @.1.1.2.1                  GUDEADS-EPC8226-MIB ProdName
  version  @.1.1.2.2                  GUDEADS-EPC8226-MIB FWVersion
  serial   @.1.1.2.5                  GUDEADS-EPC8226-MIB SerialNumber
28533
  serial   28533.5.30.10.1.19         CYAN-NODE-MIB cyanNodeMfgSerialNumber
28557
  serial   28557.2.2.1.1              HILLSTONE-SYSTEM-MIB sysSerialNumber
  -        28557.2.2.1.2              HILLSTONE-SYSTEM-MIB sysSoftware
29312
  serial   29312.2.1.1.2              B-R brPcSerialNumber
29640
  serial   29640.4.3.3                PDU-MIB pduSerialNumber
30140
  model    30140.6.1                  CONEL-INFO-MIB infoProduct
  version  30140.6.2                  CONEL-INFO-MIB infoFirmware
  serial   30140.6.3                  CONEL-INFO-MIB infoSN
30932
  model    30932.1.1.1.2              CPI-UNITY-MIB modelCode
  version  30932.1.1.1.1              CPI-UNITY-MIB version
31034
  model    31034.12.1.1.2.1.1.1.5     SCHLEIFENBAUER-DATABUS-MIB sdbDevIdProductId
  serial   31034.12.1.1.2.1.1.1.6     SCHLEIFENBAUER-DATABUS-MIB sdbDevIdSerialNumber
31440
  model    31440.1.2                  EDS-MIB eProductName
  version  31440.1.4                  EDS-MIB eFirmwareVersion
31637
  serial   31637.1.2.2.2              Peak-Communications unitSerialNo
  version  31637.1.2.2.3              Peak-Communications unitSoftwareVersion
"""
