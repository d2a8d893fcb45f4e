"""Which language a text is in."""

import pytest

from hiatus.sources.failure import UnreadableError
from hiatus.sources.language import in_english

ENGLISH = (
    "Netflix has ordered a second run of the port-town drama, and filming will start in May. The cast of the first "
    "season is back, with two newcomers who play the harbor master’s rivals. It was seen by more people than any "
    "other series that week, which is why the streamer did not wait."
)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        ENGLISH + "밤의 여객선 (Night Ferry), 항구의 불빛 (Harbor Lights), 조이현 and 윤찬영 are in it.",
        "“La casa de las flores”, “Élite” and “Las chicas del cable” are back, the streamer said. " + ENGLISH,
    ],
)
def test_english_is_known(text: str) -> None:
    assert in_english(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Night Ferry",
        "La vie continue",
        "Cast: Park Ji-hu (Nam On-jo), Yoon Chan-young (Lee Cheong-san), Cho Yi-hyun (Choi Nam-ra), Lomon, Ryu In-soo, "
        "Kim Jin-young, Lee Min-jae, Roh Jae-won, Yoon Ga-i, Kim Si-eun",
        "Kim Min-ji, Lee Seo-yeon, Park Ji-hoon, Choi Ye-jin, Jung Ha-eun, Kang Do-yun, Cho Si-woo, "
        "Yoon Ju-won, Jang Su-a, Lim Eun-woo, Han Ji-yu, Oh Yu-jin, Seo Jun-seo, Shin Ha-jun, Kwon Ji-woo, "
        "Hwang Seo-jun, Ahn Min-jun, Song Ye-jun, Ryu Do-hyun, Hong Geon-woo, Jeon Woo-jin, Ko Sun-woo, "
        "Moon Yeon-woo, Son Min-jae, Yang Hyun-woo, Bae Ji-hun, Baek Jun-woo, Heo Jeong-woo, Nam Seung-hyun, "
        "Sim Jun-hyuk, Noh Jin-woo, Ha Ji-hwan, Kwak Seung-woo, Sung Seung-min",
        "Quay 3 · Weir 2 · Night Ferry 1 · 2025-03-04 · 9.1 · 8.2 · 7.3 · 6.4 · 5.5 · 4.6 · 3.7 · 2.8 · 1.9 · 0.1",
        "x" * 5000,
        "word " * 2000,
        "조이현 (Cho Yi-hyun)",
    ],
)
def test_short_or_unsure_text_passes(text: str) -> None:
    in_english(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "Korean",
            "넷플릭스가 이 드라마의 두 번째 시즌을 주문했고 촬영은 오월에 부산에서 시작된다. "
            "첫 시즌의 배우들이 모두 돌아온다.",
        ),
        (
            "Japanese",
            "配信会社はこのドラマの第二シーズンを制作すると発表した。撮影は五月に始まり、最初の出演者たちが戻ってくるという。",
        ),
        (
            "Chinese",
            "该平台宣布续订这部港口小镇剧的第二季，拍摄将于五月开始。第一季的主要演员都将回归，另有两位新人加入剧组演出。",
        ),
        (
            "French",
            "La plateforme a commandé une deuxième saison de la série, dont le tournage commence en mai. Les acteurs "
            "de la première saison sont de retour, avec deux nouveaux venus qui jouent les rivaux du capitaine.",
        ),
        (
            "German",
            "Der Streamingdienst hat eine zweite Staffel der Serie bestellt, die Dreharbeiten beginnen im Mai. Alle "
            "Darsteller der ersten Staffel kehren zurück, dazu kommen zwei neue Gesichter, die die Rivalen spielen.",
        ),
        (
            "Spanish",
            "La plataforma ha encargado la segunda temporada de The Last of the Quay; el rodaje empieza en mayo. "
            "Los actores de la primera temporada regresan, junto a dos recién llegados que hacen de rivales.",
        ),
        (
            "Spanish",
            "The Night of the Ferry, The Voice of the Quay y The Master of the Weir vuelven en mayo con "
            "nuevas temporadas, según anunció la cadena este martes por la noche, y habrá más episodios.",
        ),
        (
            "Dutch",
            "De streamingdienst heeft een tweede seizoen van The Night of the Ferry besteld; de opnames beginnen in "
            "mei. Alle acteurs uit het eerste seizoen keren terug, samen met twee nieuwkomers die de rivalen spelen.",
        ),
        (
            "Indonesian",
            "Platform tersebut telah memesan musim kedua dari serial ini, dan pengambilan gambar dimulai pada "
            "bulan Mei. Para pemain dari musim pertama akan kembali, bersama dua pendatang baru yang jadi lawannya.",
        ),
        (
            "Russian",
            "Платформа заказала второй сезон сериала, съёмки начнутся в мае. Актёры первого сезона возвращаются.",
        ),
    ],
)
def test_another_language_is_named(language: str, text: str) -> None:
    with pytest.raises(UnreadableError, match=f"this seems to be {language}; Hiatus reads English"):
        in_english(text)


def test_only_the_beginning_counts() -> None:
    assert in_english(ENGLISH * 20 + "넷플릭스가 이 드라마의 두 번째 시즌을 주문했다. " * 5000) == "en"
