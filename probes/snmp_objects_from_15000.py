"""Where makers keep serial number, version and model: the enterprises from 15000 on. The form of the table is told in
probes/snmp_objects.py.
"""

from __future__ import annotations

TABLE = """
15004
  serial   15004.4.2.3.1              RUGGEDCOM-SYS-INFO-MIB rcDeviceInfoSerialNumber
  version  15004.4.2.3.3              RUGGEDCOM-SYS-INFO-MIB rcDeviceInfoMainSwVersion
15983
  version  15983.1.1.4.1.1.27         MERU-CONFIG-MIB mwWncVarsSoftwareVersion
  serial   15983.1.1.4.1.1.28         MERU-CONFIG-MIB mwWncVarsSerialNumber
16174
  model    16174.1.1.3.1.2            Sensatronics unitModel
  model    16174.1.1.1.1.2            Sensatronics unitModel
  serial   16174.1.1.1.1.7            Sensatronics unitSerial
16177
  model    16177.1.200.1.1            WESTERMO-TDW-MIB configModelName
  serial   16177.1.200.1.2            WESTERMO-TDW-MIB configSerialNumber
  serial   16177.1.2.1.6              WESTERMO-OID-MIB serialNumber
  version  16177.1.2.1.2              WESTERMO-OID-MIB swVersion
17095
  version  17095.1.2                  ServersCheck productversion
17163
  model    17163.1.1.1.1              STEELHEAD-MIB model
  serial   17163.1.1.1.2              STEELHEAD-MIB serialNumber
  version  17163.1.1.1.3              STEELHEAD-MIB systemVersion
  model    17163.1.51.1.1             STEELHEAD-EX-MIB model
  serial   17163.1.51.1.2             STEELHEAD-EX-MIB serialNumber
  version  17163.1.51.1.3             STEELHEAD-EX-MIB systemVersion
  model    17163.1.100.1.1            Riverbed-GC model
  serial   17163.1.100.1.2            Riverbed-GC serialNumber
  version  17163.1.100.1.3            Riverbed systemVersion
17373
  model    17373.3.1.1                IT-Watchdogs productTitle
  version  17373.3.1.2                IT-Watchdogs productVersion
  version  17373.4.1.1.2              IT-Watchdogs productVersion
  model    17373.4.1.1.1              IT-WATCHDOGS-V4-MIB productTitle
17409
  model    17409.1.3.1.3              NSCRTV-HFCEMS-COMMON-MIB commonNEModelNumber
  serial   17409.1.3.1.4              NSCRTV-HFCEMS-COMMON-MIB commonNESerialNumber
17420
  version  17420.1.2.4                DigiPower-PDU-MIB devVersion
  model    17420.1.2.9.1.19           DigiPower-PDU-MIB pdu01ModelNo
  model    17420.1.2.9.1.18           DigiPower-PDU-MIB pdu01ModelName
17713
  serial   17713.21.1.1.31            CAMBIUM-PMP80211-MIB cambiumEPMPMSN
  version  17713.21.1.1.17            CAMBIUM-PMP80211-MIB cambiumCurrentuImageVersion
  version  17713.1.19.1               CAMBIUM-PTP-MIB softwareVersion
  version  17713.250.10.1             CAMBIUM-PTP250-MIB softwareVersion
  model    17713.1.8.3                CAMBIUM-PTP-MIB productName
  model    @.8.3                      CAMBIUM-PTP-MIB productName
  version  @.19.1                     CAMBIUM-PTP-MIB softwareVersion
  serial   2076.81.1.120              ARICENT-ISS-MIB issHardwareSerialNumber
  version  2076.81.1.3                ARICENT-ISS-MIB issFirmwareVersion
18334
  model    18334.1.1.1.1.6.2.1        KONICA-MINOLTA-MIB productName
  version  18334.1.1.1.1.6.1          KONICA-MINOLTA-MIB firmware
18418
  version  18418.1.1.1.1              Endace systemVersion
  serial   18418.1.1.1.10             Endace systemSerial
  model    18418.1.1.1.11             Endace systemModel
18928
  model    18928.1.1.1.2              ARECA-SNMP-MIB siModel
  serial   18928.1.1.1.3              ARECA-SNMP-MIB siSerial
  version  18928.1.1.1.4              ARECA-SNMP-MIB siFirmVer
  model    18928.1.130.1.2            ARECA-SNMP-MIB siModel
  serial   18928.1.130.1.3            ARECA-SNMP-MIB siSerial
  version  18928.1.130.1.4            ARECA-SNMP-MIB siFirmVer
19011
  model    19011.1.3.2.1.1.2          ISEPTOR-MIB isIdentModel
  version  19011.1.3.2.1.1.3          ISEPTOR-MIB isIdentAgentSoftwareVersion
19046
  serial   19046.11.1.1.5.2.1.3       LENOVO-XCC-MIB machineLevelSerialNumber
  model    19046.11.1.1.5.2.1.5       LENOVO-XCC-MIB machineLevelProductName
  -        19046.11.1.1.5.1.1.3       LENOVO-XCC-MIB immVpdVersionString
19536
  model    19536.10.1.1.2.1.7         PANDUIT-MIB pdug5PartNumber
  version  19536.10.1.1.2.1.5         PANDUIT-MIB pdug5FirmwareVersion
  serial   19536.10.1.1.2.1.8         PANDUIT-MIB pdug5SerialNumber
19746
  model    19746.1.13.1.4             DATA-DOMAIN-MIB systemModelNumber
  serial   19746.1.13.1.1             DATA-DOMAIN-MIB systemSerialNumber
  version  19746.1.13.1.3             DATA-DOMAIN-MIB systemVersion
20301
  version  @.1.1.1.10                 BLADE-NETWORK-MIB agSoftwareVersion
  serial   @.1.3.1.18                 BLADE-NETWORK-MIB hwSerialNumber
20540
  serial   20540.2.1.1.4              SIXNET-MIB serialNumber
  version  20540.2.1.1.6              SIXNET-MIB firmwareRevision
20632
  serial   20632.8.28                 BWS-MIB systemSerialNumber
  version  20632.8.25                 BWS-MIB currentFirmwareVersion
20992
  version  20992.1.1.1                WIPIPE-MIB devFWVersion
21067
  serial   21067.2.1.1.1              CYBEROAM-MIB applianceKey
  model    21067.2.1.1.2              CYBEROAM-MIB applianceModel
  version  21067.2.1.1.3              CYBEROAM-MIB cyberoamVersion
21111
  model    21111.1.1.1.3              Voltronic model
  serial   21111.1.1.1.4              Voltronic serialNumber
  version  21111.1.1.1.6              Voltronic firmwareVersion
21239
  version  21239.5.2.1.2              VERTIV-V5-MIB productVersion
  model    21239.5.2.1.8              VERTIV-V5-MIB productModelNumber
  serial   21239.5.2.1.10             VERTIV-V5-MIB productSerialNumber
  version  21239.2.1.2                GEIST-MIB-V3 productVersion
  model    21239.2.1.1                GEIST-MIB-V3 productTitle
  version  21239.5.1.1.2              Geist productVersion
  serial   21239.5.1.1.10             Geist productSerialNumber
  version  21239.1.1.2                Geist productVersion
  model    21239.5.1.1.1              GEIST-V4-MIB productTitle
21296
  serial   21296.2.2.2.1.13.1.1.5     INFINERA-ENTITY-CHASSIS-MIB chassisInstalledSerialNumber
21317
  model    21317.1.3.2.2.2.1.1        ATEN-PE-CFG modelName
  model    21317.1.16.3.3             ATEN productName
  serial   21317.1.16.3.6             ATEN productSerialNumber
21728
  model    21728.3.1.1                Synaccess systemModel
  version  21728.3.1.6                Synaccess swVersion
21796
  serial   21796.5.1.100.2            Perseus-MIB serialNumber
  version  21796.5.1.100.3            Perseus-MIB firmwareVersion
21839
  model    21839.2.2.26.1.1.5.1       AXprimoM210-MIB swProdName
  version  21839.2.2.26.1.1.3.1.6     AXprimoM210-MIB swOpCodeVer
  serial   21839.2.2.26.1.1.3.1.10    AXprimoM210-MIB swSerialNumber
  serial   21839.2.4.1.1002.1.2.1.13  AX-DEVICE-MIB axChassisSerialInformation
"""
