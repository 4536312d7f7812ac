"""By which names the products for remote control and remote maintenance find their servers.

Data from LOLRMM (magicsword-io/LOLRMM, Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0;
Copyright its contributors), changed: product and name alone; taken out are names that tell of no such
product (shops and news of makers, download sites, helpdesks, virus scanners, lures). A name stands for itself and
for all below it.

It is the only table by which a name that somebody asked for is kept: what else is asked for is
people's reading, and nobody's business.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PRODUCTS: Mapping[str, str] = {
    "247ithelp.com (ConnectWise)": "247ithelp.com",
    "Absolute (Computrace)": "search.namequery.com server.absolute.com",
    "Acronis Cyber Protect (Remotix)": "cloud.acronis.com connect.acronis.com gw.remotix.com",
    "Action1": "action1.com",
    "Addigy": "agents.addigy.com grtmprod.addigy.com prod.addigy.com",
    "AeroAdmin": "aeroadmin.com",
    "Alpemix": "alpemix.com",
    "Ammyy Admin": "ammyy.com",
    "Any Support": "anysupport.net",
    "AnyDesk": "anydesk.com",
    "Anyplace Control": "anyplace-control.com",
    "AnyViewer": "anyviewer.com aomeisoftware.com",
    "Atera": (
        "agent-api.atera.com agenthb.atera.com agentreporting.atera.com app.atera.com appcdn.atera.com "
        "getalphacontrol.com ps.atera.com pubsub.atera.com"
    ),
    "Auvik": "auvik.com",
    "AweRay": "aweray.net client-api.aweray.com",
    "baramundi Management Suite": "baramundi.com",
    "Barracuda": "barracudamsp.com",
    "BeamYourScreen": "beamyourscreen.com",
    "BeAnyWhere": "beanywhere.com",
    "BeInSync": "beinsync.com beinsync.net",
    "BeyondTrust (Bomgar)": "beyondtrustcloud.com bomgarcloud.com",
    "Bluetrait": "bluetrait.io",
    "CentraStage (Now Datto)": "cc.centrastage.net rmm.datto.com",
    "Centurion": "centuriontech.com",
    "Comodo RMM": "itsm-us1.comodo.com mdmsupport.comodo.com one.comodo.com",
    "Connectwise Automate (LabTech)": "hostedrmm.com",
    "ConnectWise Control": "control.connectwise.com live.screenconnect.com",
    "ControlR": "demo.controlr.app",
    "CrossLoop": "crossloop.com",
    "Dataplicity": "dataplicity.com",
    "DeskDay": "deskday.ai",
    "Distant Desktop": "distantdesktop.com",
    "Domotz": "domotz.co domotz.com",
    "DW Service": "dwservice.net",
    "eHorus": "ehorus.com",
    "ezHelp": "ezhelp.co.kr",
    "Faronics Deep Freeze": "cloud.faronics.com",
    "Faronics Deploy": (
        "faronics.com faronicscloud.com remotepro-ap-southeast-1.faronicsdeploy.com "
        "remotepro-eu-west-1.faronicsdeploy.com remotepro-sa-east-1.faronicsdeploy.com "
        "upd.faronicslabs.com"
    ),
    "FastViewer": "fastviewer.com",
    "FixMe.it": "fixme.it setme.net techinline.net",
    "FleetDeck.io": "fleetdeck.io",
    "Freshservice": "fdcollab.com",
    "GatherPlace-desktop sharing": "gatherplace.com gatherplace.net",
    "GetScreen": "getscreen.me",
    "Gorelo RMM": (
        "app.gorelo.io gw.usw.gorelo.tech lr.rmm.pod1.usw.gorelo.tech public.rmm.pod1.usw.gorelo.tech "
        "r1.rmm.uw.gorelo.tech sr.rmm.pod1.usw.gorelo.tech"
    ),
    "GoToAssist": (
        "desktopstreaming.com fastsupport.com getgo.com gotoassist.at gotoassist.com gotoassist.me helpme.net"
    ),
    "GotoHTTP": "gotohttp.com",
    "GoToMyPC": "gotomypc.com",
    "Goverlan": "goverlan.com",
    "HeartbeatRM": "heartbeatrm.com",
    "HelpU": "helpu.co.kr",
    "HelpWire": "account.flexihub.com helpwire.app",
    "HopToDesk": "hoptodesk.com",
    "I'm InTouch": "01com.com",
    "iDrive": "idrive.com",
    "ImmyBot": "immy.bot",
    "Impero Connect": "imperosoftware.com",
    "Instant Housecall": "instanthousecall.com instanthousecall.net",
    "IntelliAdmin Remote Control": "intelliadmin.com",
    "InvGate": "invgate.com invgate.net",
    "Iperius Remote": "iperius-rs.com iperius.com iperiusremote.com",
    "ISL Online": "islonline.com islonline.net",
    "Itarian": "cmdm.comodo.com remoteaccess.itarian.com servicedesk.itarian.com",
    "ITSupport247 (ConnectWise)": "itsupport247.net",
    "Ivanti Remote Control": "ivanticloud.com",
    "Jump Cloud": "api.jumpcloud.com assist.jumpcloud.com",
    "Jump Desktop": "jumpdesktop.com",
    "Kabuto": "kabuto.io",
    "Kaseya (VSA)": "kaseya.com kaseya.net",
    "KHelpDesk": "khelpdesk.com.br",
    "KickIdler": "kickidler.com",
    "LabTech RMM (Now ConnectWise Automate)": "connectwise.com",
    "Laplink Everywhere": "atled.syspectr.com everywhere.laplink.com le.laplink.com",
    "Level": "agents.level.io builds.level.io online.level.io",
    "LiteManager": "litemanager.com litemanager.ru",
    "LocalXpose": "localxpose.io",
    "LogMeIn": "logmein-gateway.com logmein.com logmein.eu logmeininc.com logmeinrescue.com",
    "LogMeIn rescue": "logmeinrescue.eu rescue-data-cetner.logmein-gateway.com",
    "Lunixar": "lunixar.com",
    "Manage Engine (Desktop Central)": (
        "desktopcentral.manageengine.cn desktopcentral.manageengine.com "
        "desktopcentral.manageengine.com.eu dms.zoho.com dms.zoho.com.eu"
    ),
    "Mikogo": "mikogo.com mikogo4.com",
    "Miradore": "miradore.com",
    "Monitic": "monitic.com",
    "MSP360": "cloudberrylab.com msp360.com mspbackups.com",
    "MyGreenPC": "mygreenpc.com",
    "N-Able Advanced Monitoring Agent": (
        "cloudbackup.management logicnow.com n-able.com remote.management swi-tc.com "
        "systemmonitor.co.uk systemmonitor.eu.com systemmonitor.us"
    ),
    "Naverisk": "naverisk.com",
    "NetBird": "my1cloudlive.com my2cloudlive.com netbird.io",
    "Netop Remote Control (Impero Connect)": "connect.backdrop.cloud netop.com",
    "Netreo": "activation.netreo.net charon.netreo.net netreo.com",
    "NetSupport Manager": "geo.netsupportsoftware.com netsupportmanager.com",
    "Neturo": "neturo.uplus.co.kr",
    "Netviewer (GoToMeet)": "netviewer.com",
    "ngrok": (
        "connect.ap.ngrok-agent.com connect.au.ngrok-agent.com connect.eu.ngrok-agent.com "
        "connect.in.ngrok-agent.com connect.jp.ngrok-agent.com connect.ngrok-agent.com "
        "connect.sa.ngrok-agent.com connect.us.ngrok-agent.com ngrok.com"
    ),
    "NinjaRMM": (
        "ninja-backup.com ninjaone.com ninjarmm.com ninjarmm.net rmmservice.ca rmmservice.com.au "
        "rmmservice.eu"
    ),
    "NoMachine": "nomachine.com",
    "NTR Remote": "ntrsupport.com",
    "OptiTune": "opti-tune.com optitune.us",
    "Pandora RC (eHorus)": "portal.ehorus.com",
    "Panorama9": "panorama9.com",
    "Parsec": "parsec.app parsec.gg",
    "Pcvisit": "pcvisit.de",
    "PDQ Connect": "app.pdq.com cfcdn.pdq.com",
    "Pilixo": "pilixo.com",
    "PiTunnel": "pitunnel.com",
    "Pocket Controller (Soti Xsight)": "soti.net",
    "Pulseway": "pulseway.com",
    "Remote Manipulator System": "internetid.ru rmansys.ru",
    "Remote.it": "remote.it",
    "RemoteCall": "remotecall.com startsupport.com",
    "RemotePC": "remotepc.com",
    "RemotePulse": "remotepulse.io",
    "RemoteUtilities": "remoteutilities.com",
    "RemoteView": "rview.com",
    "RemSupp": "api.remsupp.com download.remsupp.com",
    "Rodex RMM": "rodex.cc",
    "Royal Server": "royalapps.com",
    "RPort": "rport.io",
    "RuDesktop": "rudesktop.ru",
    "RustDesk": "rustdesk.com",
    "ScreenConnect": "screenconnect.com",
    "ScreenMeet": "screenmeet.com scrn.mt",
    "Seetrol": "seetrol.co.kr",
    "Senso.cloud": "senso.cloud",
    "ServerEye": "server-eye.de",
    "ShellHub": "shellhub.io",
    "ShowMyPC": "showmypc.com",
    "SimpleHelp": "simple-help.com telesupportgroup.com",
    "SkyFex": "deskroll.com skyfex.com",
    "Sorillus": "sorillus.com",
    "Splashtop Remote": "api.splashtop.eu splashtop.com",
    "SpyAnywhere": "spyanywhere.com spytech-web.com",
    "SunLogin": "client.oray.net sunlogin.oray.com",
    "SuperOps": "superops.ai superopsalpha.com superopsbeta.com",
    "Supremo": "supremocontrol.com",
    "Syncro": "app.kabuto.io kabutoservices.com servably.com syncroapi.com syncromsp.com",
    "Syspectr": "syspectr.com",
    "Tactical RMM": "login.tailscale.com",
    "Tailscale": "tailscale.com tailscale.io",
    "Tanium": "cloud.tanium.com",
    "TeamViewer": "teamviewer.com",
    "TeleDesktop": "tele-desk.com",
    "Teleport Connect": "cdn.teleport.dev reporting-connect.teleportinfra.sh teleport.sh usage.teleport.dev",
    "Teramind": "teramind.co",
    "TiFLUX": "my.splashtop.com tiflux.com tiflux.com.br",
    "tmate": "tmate.io",
    "ToDesk": "todesk.com",
    "TrustConnect": "trustconnectsoftware.com",
    "UltraViewer": "ultraviewer.net",
    "Visual Studio Dev Tunnel": "devtunnels.ms rel.tunnels.api.visualstudio.com",
    "VIZOR": "vizor.cloud",
    "Weezo": "weezo.me weezo.net",
    "Xeox": "xeox.com",
    "ZeroTier": "zerotier.com",
    "Zoho Assist": "assist.zoho.com zohoassist.com zohoassist.com.cn zohoassist.jp",
}
"""Product -> its names."""

_OWNERS = MappingProxyType({name: product for product, names in PRODUCTS.items() for name in names.split()})
MOST_LABELS = 12


def product_of(name: str) -> str:
    """The product whose servers have this host name (lower case, no dot at its end), or ""."""
    labels = name.split(".")[-MOST_LABELS:]
    for at in range(len(labels) - 1):
        if product := _OWNERS.get(".".join(labels[at:])):
            return product
    return ""
