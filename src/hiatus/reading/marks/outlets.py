"""Reference data: outlets and measurers that other articles lean on, so that their word is `reported`."""

from __future__ import annotations

from hiatus.reading.names import fold

_NAMES = """
ABC News; AFP; Agence France-Presse; Ampere Analysis; Anime News Network; AP; Associated Press; Barb; BBC News;
Billboard; Bloomberg; Bloody Disgusting; Box Office Mojo; Broadcast; Business Insider; C21; CNBC; CNN; Collider;
Comic Book Resources; ComicBook; Comscore; Cosmopolitan; Crunchyroll News; Daily Mail; Deadline; Deadline Hollywood;
Den of Geek; Digital Spy; Dispatch; Empire; Entertainment Tonight; Entertainment Weekly; EW; FlixPatrol; Forbes;
Fortune; GamesRadar; Gizmodo; Glamour; GQ; Hindustan Times; IGN; IndieWire; Indian Express; JoongAng Ilbo; Korea
Herald; Korea JoongAng Daily; Korea Times; Le Monde; Los Angeles Times; LA Times; Luminate; Metro; Mirror; MovieWeb;
NBC News; New York Post; New York Times; News1; Newsen; Nielsen; NME; Page Six; Parrot Analytics; People; Pinkvilla;
Polygon; Press Association; PTI; Puck; Radio Times; Reuters; Rolling Stone; Rotten Tomatoes; Samba TV; Screen Daily;
Screen International; Screen Rant; ScreenRant; Soompi; Sports Chosun; Star News; TechCrunch; Telegraph; Televisual;
TheWrap; The Atlantic; The Guardian; The Hollywood Reporter; The Independent; The Information; The Sun; The Times;
The Verge; The Wrap; THR; Time; TMZ; Total Film; TV Guide; TV Insider; TVInsider; TVLine; TV Report; UPI; US Weekly;
USA Today; Vanity Fair; Variety; Vogue; Vulture; Wall Street Journal; Washington Post; Weibo News; Yonhap; Yonhap
News; Yonhap News Agency
"""
_OUTLETS = frozenset(fold(name) for name in _NAMES.replace("\n", " ").split(";"))


def is_outlet(name: str) -> bool:
    """Whether the name is that of an outlet or measurer which others lean on."""
    return fold(name) in _OUTLETS
