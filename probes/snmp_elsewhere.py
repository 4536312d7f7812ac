"""What makers keep elsewhere: objects of their own MIBs that hold model, serial number or version.

By the enterprise number of sysObjectID (RFC 3418); each object is named without its instance and asked with
GETNEXT, so that a scalar and the first row of a table are both found. They are few and fixed, of the kind
that an agent keeps ready, and they travel in one datagram. What is not in this table is asked in another way
(probes/snmp.py). The names of the objects are those of the makers' published MIBs; what they mean is said by
rules that read `snmp.own`.
"""

from __future__ import annotations

from collections.abc import Mapping

from probes.snmp_message import Oid

ENTERPRISES: Oid = (1, 3, 6, 1, 4, 1)
MOST_OBJECTS = 12
"""Of one enterprise: their answers must fit into one datagram."""

OBJECTS: Mapping[int, tuple[str, ...]] = {
    # Cisco: OLD-CISCO-CHASSIS-MIB chassisId; CISCO-STACK-MIB chassisSerialNumberString; CISCO-UNIFIED-COMPUTING
    # -COMPUTE-MIB rack unit Model, Serial
    9: ("9.3.6.3", "9.5.1.2.19", "9.9.719.1.9.6.1.6", "9.9.719.1.9.6.1.14", "9.9.719.1.9.35.1.32",
        "9.9.719.1.9.35.1.47", "9.6.1.101.53.14.1.14", "9.6.1.101.53.14.1.5", "9.6.1.101.53.14.1.2"),
    # HP: HP-LASERJET-COMMON-MIB serial-number, model-name, fw-rom-revision; NETSWITCH-MIB hpSwitchOsVersion,
    # SEMI-MIB hpHttpMgSerialNumber
    11: ("11.2.3.9.4.2.1.1.3.3", "11.2.3.9.4.2.1.1.3.2", "11.2.3.9.4.2.1.1.3.6", "11.2.36.1.1.2.9",
         "11.2.36.1.1.5.1.1.9"),
    # D-Link: AGENT-GENERAL-MIB agentModuleSerialNumber, agentModuleFirmwareVersion
    171: ("171.12.11.1.9.4.1.17", "171.12.11.1.9.4.1.11", "171.12.1.1.12"),
    # Allied Telesis: AT-RESOURCE-MIB rscBoardSerialNumber; AT-SETUP-MIB currSoftVersion
    207: ("207.8.4.4.3.1.1.4", "207.8.4.4.4.1.1.4", "207.8.4.4.5.2.1.5", "207.8.4.4.4.500.2.1.2"),
    # Fujitsu: INVENT-/SC2 MIB sc2UnitModelName, sc2UnitSerialNumber, sc2AgentVersion
    231: ("231.2.10.2.2.10.2.3.1.5", "231.2.10.2.2.10.2.3.1.7"),
    # HPE: CPQSINFO-MIB cpqSiProductName, cpqSiSysSerialNum; CPQSM2-MIB cpqSm2CntlrRomRevision; CPQPOWER-MIB pdu
    232: ("232.2.2.4.2", "232.2.2.2.1", "232.9.2.2.2", "232.165.1.2.2", "232.165.1.2.3", "232.165.1.2.7",
          "232.165.11.1.2.1.2", "232.165.11.1.2.1.7"),
    # Hirschmann: HMPRIV-MGMT-SNMP-MIB hmSysProduct.., hmSysVersion, hmPSSerialNum; HM2-DEVMGMT hm2DevMgmtSerialNumber
    248: ("248.14.1.1.2", "248.14.1.1.9.1.10", "248.14.1.1.9.1.3", "248.14.2.16.1.4", "248.14.2.16.1.6",
          "248.11.10.1.1.3", "248.11.10.1.1.5"),
    # Fujifilm and Xerox printers answer Printer-MIB.  APC: PowerNet-MIB upsBasicIdentModel,
    # upsAdvIdentFirmwareRevision, upsAdvIdentSerialNumber; rPDUIdent*, rPDU2Ident*, sPDUIdent*
    318: ("318.1.1.1.1.1.1", "318.1.1.1.1.2.1", "318.1.1.1.1.2.3", "318.1.1.12.1.5", "318.1.1.12.1.3",
          "318.1.1.12.1.6", "318.1.1.26.2.1.8", "318.1.1.26.2.1.6", "318.1.1.26.2.1.9", "318.1.1.4.1.4",
          "318.1.1.4.1.2", "318.1.1.4.1.5"),
    # Ricoh: ricohSysName, ricohEngSerialNumber, ricohSysVers
    367: ("367.3.2.1.1.1.1", "367.3.2.1.2.1.4", "367.3.2.1.1.1.2"),
    # Vertiv: LIEBERT-GP-AGENT-MIB lgpAgentIdentManufacturer, Model, FirmwareVersion, SerialNumber
    476: ("476.1.42.2.1.1", "476.1.42.2.1.2", "476.1.42.2.1.3", "476.1.42.2.1.4", "476.1.42.2.4.2.1.2",
          "476.1.42.2.4.2.1.4"),
    # Eaton: XUPS-MIB xupsIdentModel, xupsIdentSoftwareVersion, xupsIdentSerialNumber; EATON-EPDU-MIB productName,
    # partNumber, serialNumber, firmwareVersion; PULIZZI
    534: ("534.1.1.2", "534.1.1.3", "534.1.1.6", "534.6.6.7.1.2.1.2", "534.6.6.7.1.2.1.3", "534.6.6.7.1.2.1.4",
          "534.6.6.7.1.2.1.5", "534.6.6.6.1.1.12", "534.6.6.6.1.1.1", "534.6.6.6.1.1.2"),
    # Lexmark: LEXMARK-PVT-MIB prtgenInfo: model, firmware, serial
    641: ("641.2.1.2.1.2", "641.2.1.2.1.4", "641.2.1.2.1.6", "641.6.2.3.1.4", "641.6.2.3.1.5", "641.6.2.3.1.7"),
    # Dell: iDRAC systemModelName, systemServiceTag, racFirmwareVersion; chassis; DELL-VENDOR-MIB
    # productIdentification
    674: ("674.10892.5.1.3.12", "674.10892.5.1.3.2", "674.10892.5.1.1.8", "674.10892.2.1.1.2",
          "674.10892.1.300.10.1.9", "674.10892.1.300.10.1.11", "674.10895.3000.1.2.100.1",
          "674.10895.3000.1.2.100.4", "674.10895.3000.1.2.300.5", "674.11000.2000.200.1.47"),
    # Eaton, once Merlin Gerin: MG-SNMP-UPS-MIB upsmgIdentFamilyName, upsmgIdentModelName, FirmwareVersion, Serial
    705: ("705.1.1.1", "705.1.1.2", "705.1.1.4", "705.1.1.7", "705.1.1.12"),
    # Broadcom's FASTPATH, in many makers' switches: agentInventoryMachineType, MachineModel, SerialNumber,
    # SoftwareVersion of FASTPATH-SWITCHING-MIB; Netgear's copies of it
    4413: ("4413.1.1.1.1.1.2", "4413.1.1.1.1.1.3", "4413.1.1.1.1.1.4", "4413.1.1.1.1.1.13"),
    4526: ("4526.10.1.1.1.2", "4526.10.1.1.1.3", "4526.10.1.1.1.4", "4526.10.1.1.1.13", "4526.11.1.1.1.2",
           "4526.11.1.1.1.3", "4526.11.1.1.1.4", "4526.11.1.1.1.13"),
    # NetApp: NETWORK-APPLIANCE-MIB productModel, productSerialNum, productVersion
    789: ("789.1.1.5", "789.1.1.9", "789.1.1.2"),
    # Zyxel: ZYXEL-ES-COMMON; ZYXEL-ES sysSerialNumber, sysSwVersionString
    890: ("890.1.15.3.1.6", "890.1.15.3.1.11", "890.1.15.3.1.12", "890.1.15.3.82.2.10", "890.1.5.8.20.1.10",
          "890.1.2.2.2"),
    # Brother: brmultifunction brInfoSerialNumber, brInfoModelName, firmware
    2435: ("2435.2.3.9.4.2.1.5.5.1", "2435.2.4.3.1240.6.5", "2435.2.3.9.1.1.7"),
    # Sophos: SFOS-FIREWALL-MIB sfosDeviceType, sfosDeviceFWVersion, sfosDeviceAppKey
    2604: ("2604.5.1.1.2", "2604.5.1.1.3", "2604.5.1.1.4"),
    # Check Point: CHECKPOINT-MIB svnVersion, svnApplianceSerialNumber, svnApplianceProductName, fwVerMajor
    2620: ("2620.1.6.4.1", "2620.1.6.16.3", "2620.1.6.16.7", "2620.1.1.22"),
    # Juniper: JUNIPER-MIB jnxBoxDescr, jnxBoxSerialNo
    2636: ("2636.3.1.2", "2636.3.1.3"),
    # CyberPower: CPS-MIB upsBaseIdentModel, upsAdvanceIdentFirmwareRevision, SerialNumber; ePDUIdent*
    3808: ("3808.1.1.1.1.1.1", "3808.1.1.1.1.2.1", "3808.1.1.1.1.2.3", "3808.1.1.3.1.5", "3808.1.1.3.1.3",
           "3808.1.1.3.1.6"),
    # Citrix: NS-ROOT-MIB sysBuildVersion, sysHardwareVersionDesc, sysHardwareSerialNumber
    5951: ("5951.4.1.1.1", "5951.4.1.1.11", "5951.4.1.1.14"),
    # Alcatel-Lucent: entity MIB.  Nokia: TIMETRA-CHASSIS-MIB tmnxChassisTypeName, tmnxHwSerialNumber
    6527: ("6527.3.1.2.2.1.6.1.2", "6527.3.1.2.2.1.8.1.5.1"),
    # Synology: SYNOLOGY-SYSTEM-MIB modelName, serialNumber, version
    6574: ("6574.1.5.1", "6574.1.5.2", "6574.1.5.3"),
    # Ubiquiti's older radios name FreeBSD's arc
    10002: (".1.2.840.10036.3.1.2.1.3", ".1.2.840.10036.3.1.2.1.4", "41112.1.4.1.1.1", "41112.1.6.3.3",
            "41112.1.6.3.6"),
    # TP-Link: TPLINK-SYSINFO-MIB tpSysInfoHwVersion, tpSysInfoSwVersion, tpSysInfoSerialNum
    11863: ("11863.6.1.1.5", "11863.6.1.1.6", "11863.6.1.1.8"),
    # Fortinet: FORTINET-CORE-MIB fnSysSerial; FORTIGATE fgSysVersion; manager fmSysVersion; and their sisters
    12356: ("12356.100.1.1.1", "12356.101.4.1.1", "12356.103.2.1.7", "12356.105.1.1", "12356.107.2.1.2",
            "12356.113.1.1", "12356.113.1.2", "12356.113.1.3", "12356.118.3.1.1", "12356.106.3.1"),
    # Raritan: PDU2-MIB pduModel, pduSerialNumber, boardFirmwareVersion
    13742: ("13742.6.3.2.1.1.3", "13742.6.3.2.1.1.4", "13742.6.3.2.3.1.6", "13742.4.1.1.1", "13742.4.1.1.2",
            "13742.4.1.1.12"),
    # Cisco, once Airespace: AIRESPACE-SWITCHING-MIB agentInventoryMachineModel, SerialNumber, ProductVersion
    14179: ("14179.1.1.1.3", "14179.1.1.1.4", "14179.1.1.1.14"),
    # Aruba: WLSX-SYSTEMEXT-MIB model, serial, version; AI-AP-MIB aiAPSerialNum, aiAPModelName
    14823: ("14823.2.2.1.2.1.3", "14823.2.2.1.2.1.28", "14823.2.2.1.2.1.29", "14823.2.3.3.1.2.1.1.4",
            "14823.2.3.3.1.2.1.1.6"),
    # MikroTik: MIKROTIK-MIB mtxrSerialNumber, mtxrFirmwareVersion, mtxrLicVersion, mtxrBoardName
    14988: ("14988.1.1.7.3", "14988.1.1.4.4", "14988.1.1.7.8"),
    # Konica Minolta: firmware, and the model by name
    18334: ("18334.1.1.1.1.6.2.1", "18334.1.1.1.1.6.1", "18334.1.1.1.1.6.2.3.1.4.1"),
    # QNAP: NAS-MIB modelName, firmware, serial; QTS 5
    24681: ("24681.1.2.12", "24681.1.4.1.1.1.1.1.2.1.3", "24681.1.4.1.1.1.1.1.2.1.4", "24681.1.4.1.11.5.6.2.1.3"),
    55062: ("55062.1.12.3", "55062.1.12.5", "55062.1.12.6", "55062.2.12.3", "55062.2.12.5", "55062.2.12.6"),
    # Palo Alto Networks: PAN-COMMON-MIB panSysSwVersion, panSysHwVersion, panSysSerialNumber, panChassisType
    25461: ("25461.2.1.2.1.1", "25461.2.1.2.1.2", "25461.2.1.2.1.3"),
    # H3C: HH3C-ENTITY-EXT hh3cEntityExtManuSerialNum
    25506: ("25506.2.6.1.2.1.1.2", "25506.8.35.18.1.3"),
    # Ruckus: RUCKUS-ZD-SYSTEM, SmartZone, RUCKUS-HWINFO-MIB model, serial; RUCKUS-SWINFO revision
    25053: ("25053.1.1.2.1.1.1.1", "25053.1.1.2.1.1.1.2", "25053.1.1.3.1.1.1.1.1.3", "25053.1.2.1.1.1.1.9",
            "25053.1.2.1.1.1.1.15", "25053.1.2.1.1.1.1.18"),
    # Ubiquiti: UBNT-UniFi-MIB unifiApSystemModel, unifiApSystemVersion; airFiber; airMAX; EdgePoint
    41112: ("41112.1.6.3.3", "41112.1.6.3.6", "41112.1.3.2.1.40", "41112.1.3.1.1.9", "41112.1.5.1.2", "41112.1.5.1.3",
            ".1.2.840.10036.3.1.2.1.3", ".1.2.840.10036.3.1.2.1.4"),
    # iXsystems: FREENAS-MIB has none.  Hikvision: deviceType, serial and firmware
    39165: ("39165.1.1", "39165.1.3", "39165.1.6"),
    # RADLAN-Physicaldescription-MIB rlPhdUnitGenParamModelName, SerialNum, SoftwareVersion
    89: ("89.53.14.1.14", "89.53.14.1.5", "89.53.14.1.2"),
    # KYOCERA-Private-MIB kcprtGeneralModelName, kcprtSerialNumber, kcprtFirmwareVersion
    1347: ("1347.43.5.1.1.1", "1347.43.5.1.1.28", "1347.43.5.4.1.5.1.1"),
    # PPC-MIB upsBaseIdentModel, upsSmartIdentUpsSerialNumber, upsSmartIdentFirmwareRevision
    935: ("935.1.1.1.1.1.1", "935.1.1.1.1.2.3", "935.1.1.1.1.2.1"),
    # DeltaUPS-MIB dupsIdentModel, dupsIdentUPSSoftwareVersion
    2254: ("2254.2.4.1.2", "2254.2.4.1.3"),
    # VERTIV-V5-MIB (once GEIST-V5-MIB): productVersion, productModelNumber, productSerialNumber
    21239: ("21239.5.2.1.2", "21239.5.2.1.8", "21239.5.2.1.10"),
    # ACS-MIB and PM-MIB product model, serial number, firmware version
    10418: ("10418.16.2.1.2", "10418.17.2.1.2", "10418.16.2.1.4", "10418.17.2.1.4", "10418.16.2.1.7",
            "10418.17.2.1.7"),
    # DATA-DOMAIN-MIB systemModelNumber, systemSerialNumber
    19746: ("19746.1.13.1.4", "19746.1.13.1.1", "19746.1.13.1.3"),
    # IB-PLATFORMONE-MIB ibHardwareType, ibSerialNumber, ibNiosVersion
    7779: ("7779.3.1.1.2.1.4", "7779.3.1.1.2.1.6", "7779.3.1.1.2.1.7"),
    # F5-BIGIP-SYSTEM-MIB sysPlatformInfoMarketingName, sysGeneralChassisSerialNum, sysProductVersion
    3375: ("3375.2.1.3.5.2", "3375.2.1.3.3.3", "3375.2.1.4.2"),
    # STEELHEAD-MIB model, serialNumber, systemVersion
    17163: ("17163.1.1.1.1", "17163.1.1.1.2", "17163.1.1.1.3"),
    # SONICWALL-COMMON-MIB snwlSysModel, snwlSysSerialNumber, snwlSysFirmwareVersion
    8741: ("8741.2.1.1.1", "8741.2.1.1.2", "8741.2.1.1.3"),
    # STORMSHIELD-PROPERTY-MIB snsModel, snsVersion, snsSerialNumber
    11256: ("11256.1.0.1", "11256.1.0.3", "11256.1.0.2"),
    # PEPLINK-DEVICE-MIB deviceModel, deviceSerialNumber, deviceFirmwareVersion
    23695: ("23695.200.1.1.1.1.1", "23695.200.1.1.1.1.2", "23695.200.1.1.1.1.3"),
    # IMM-MIB machineLevelProductName, machineLevelSerialNumber
    2: ("2.3.51.3.1.5.2.1.5", "2.3.51.3.1.5.2.1.3"),
    # LENOVO-XCC-MIB machineLevelVpd: product name, serial number
    19046: ("19046.11.1.1.5.2.1.5", "19046.11.1.1.5.2.1.3"),
}  # fmt: skip
"""Enterprise number -> objects, under 1.3.6.1.4.1 or, with a dot before them, anywhere."""

NOBODY = frozenset({77, 311, 2021, 8072})
"""Whose own part of the tree says nothing of the device: LAN Manager and Windows, the old UCD agent and net-snmp."""

STEPS: tuple[Oid, ...] = (ENTERPRISES, *((*ENTERPRISES, number) for number in (78, 312, 2022, 8073)))
"""What comes after each of these in such an agent belongs to somebody else: the tree of a maker who builds on it
(Synology's, QNAP's and Check Point's systems are net-snmp), or of the management program of a server's maker."""


def objects(enterprise: int) -> tuple[Oid, ...]:
    """The objects to ask an agent of this enterprise for, without their instances."""
    return tuple(
        tuple(map(int, text[1:].split(".")))
        if text.startswith(".")
        else (*ENTERPRISES, *map(int, text.split(".")))
        for text in OBJECTS.get(enterprise, ())
    )
