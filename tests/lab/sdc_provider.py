"""A real IEEE 11073 SDC provider (11073-20702, -10207, -20701), run as a daemon of the laboratory: one ventilator.

    python tests/lab/sdc_provider.py ADDRESS MAKER MODEL SERIAL WARD BED

The provider is sdc11073's. It says Hello by WS-Discovery, again every two seconds so that nobody need wait;
it answers Probes and serves its description by HTTP. It measures nothing: its description names no patient,
no metric and no alarm.
"""

from __future__ import annotations

import logging
import sys
import time
from uuid import NAMESPACE_DNS, uuid5

from sdc11073.location import SdcLocation
from sdc11073.mdib import ProviderMdib
from sdc11073.provider import SdcProvider
from sdc11073.wsdiscovery import WSDiscovery
from sdc11073.xml_types.dpws_types import ThisDeviceType, ThisModelType

EVERY = 2.0
DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<msg:GetMdibResponse xmlns:msg="http://standards.ieee.org/downloads/11073/11073-10207-2017/message"
  xmlns:pm="http://standards.ieee.org/downloads/11073/11073-10207-2017/participant"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" SequenceId="urn:uuid:2d7a3c1e-0000-4000-8000-000000000001">
 <msg:Mdib SequenceId="urn:uuid:2d7a3c1e-0000-4000-8000-000000000001">
  <pm:MdDescription>
   <pm:Mds Handle="mds0">
    <pm:Type Code="70001"><pm:ConceptDescription Lang="en-US">Ventilator</pm:ConceptDescription></pm:Type>
    <pm:SystemContext Handle="context"><pm:LocationContext Handle="location"/></pm:SystemContext>
   </pm:Mds>
  </pm:MdDescription>
 </msg:Mdib>
</msg:GetMdibResponse>
"""


def main(address: str, maker: str, model: str, serial: str, ward: str, bed: str) -> None:
    logging.getLogger("sdc").setLevel(logging.ERROR)
    discovery = WSDiscovery(address)
    discovery.start()
    provider = SdcProvider(
        ws_discovery=discovery,
        this_model=ThisModelType(manufacturer=maker, model_name=model),
        this_device=ThisDeviceType(friendly_name=f"{model} {bed}", serial_number=serial),
        device_mdib_container=ProviderMdib.from_string(DESCRIPTION.encode()),
        epr=uuid5(NAMESPACE_DNS, serial),
    )
    provider.start_all(start_rtsample_loop=False)
    provider.set_location(SdcLocation(fac="MIDORI", poc=ward, bed=bed))
    while True:
        provider.publish()
        time.sleep(EVERY)


if __name__ == "__main__":
    main(*sys.argv[1:])
