"""A small made-up world: people of the communities with their names, and events in the five cities."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.corpus import words

START, END = date(2020, 2, 3), date(2022, 4, 2)

# women's names / men's names / family names
_NAMES = {
    "it": "Agata,Benedetta,Concetta,Delia,Fiorella,Noemi/Alfio,Bruno,Calogero,Dario,Nicolò,Rosario/"
    "Amato,Buscemi,D'Angelo,Ferrante,Lo Verde,Mancuso,Virzì",
    "de": "Annegret,Brigitte,Heike,Käthe,Ulrike,Anna-Lena/Dieter,Jörg,Klaus,Matthias,Uwe,Günter/"
    "Böhm,Krüger,Lindner,Müller-Voss,Roth,Weiß,von Stein",
    "da": "Astrid,Bodil,Kirsten,Mette,Signe,Åse/Anders,Henrik,Jørgen,Lars,Søren,Viggo/"
    "Bjerre,Damgaard,Holm,Kjær,Mølgaard,Ravn,Østergaard",
    "el": "Ελένη,Κατερίνα,Δέσποινα,Σοφία,Χρυσούλα,Αγγελική/Γιώργος,Κώστας,Σπύρος,Νίκος,Θανάσης,Μανώλης/"
    "Αλεξίου,Βλάχος,Δημητρίου,Καραγιάννης,Νικολάου,Παππάς,Ζέρβας",
    "muslim": "Amina,Hafsa,Khadija,Sumaya,Zaynab/Bilal,Hamza,Idris,Ismail,Yahya/Farouk,Haddad,Mansour,Qasim,Saleh",
    "bangladeshi": "Nusrat,Shirin,Taslima,Moushumi/Arif,Jahangir,Rafiqul,Tanvir/Begum,Chowdhury,Islam,Rahman,Sarkar",
    "senegalese": "Aïssatou,Coumba,Fatou,Ndèye/Cheikh,Mamadou,Ousmane,Modou/Diallo,Diop,Faye,Ndiaye,Sarr",
    "tunisian": "Asma,Hanène,Olfa,Rim/Anis,Hatem,Mehdi,Wassim/Ayari,Ben Salah,Gharbi,Jaziri,Trabelsi",
    "nigerian": "Blessing,Chioma,Folake,Ngozi/Chinedu,Emeka,Tunde,Obinna/Adeyemi,Balogun,Eze,Nwosu,Okafor",
    "syrian": "Hala,Lama,Rasha,Yara/Firas,Ghassan,Majd,Wael/Al-Khatib,Darwish,Hamwi,Kabbani,Sabbagh",
    "afghan": "Freshta,Laila,Parwana,Zarghuna/Farid,Habib,Nasrullah,Zalmai/Ahmadzai,Haidari,Popal,Rahimi,Stanekzai",
    "turkish": "Ayşe,Elif,Gülşen,Nuray/Çağlar,Emre,Ömer,Şükrü/Aydın,Çelik,Öztürk,Şahin,Yıldız",
    "bosnian": "Amra,Jasmina,Lejla,Senada/Adnan,Emir,Haris,Mirza/Begić,Džafić,Hadžić,Kovačević,Šehić",
    "albanian": "Arta,Drita,Mirela,Vjosa/Agim,Besnik,Ilir,Luan/Gjoka,Hoxha,Kola,Rama,Shehu",
    "pakistani": "Ayesha,Farah,Nadia,Saima/Adeel,Faisal,Kamran,Zahid/Akhtar,Butt,Javed,Mahmood,Qureshi",
    "somali": "Ayaan,Hodan,Ifrah,Sagal/Abdirahman,Cabdi,Liban,Warsan/Barre,Farah,Guled,Jama,Nur",
    "ukrainian": "Halyna,Kateryna,Oksana,Yuliia/Andriy,Bohdan,Mykola,Taras/Bondar,Kovalenko,Lysenko,Shevchuk,Tkachenko",
}
_DIALLING = {
    "palermo": "+39 328 55{:05d}",
    "graz": "+43 664 55{:05d}",
    "vejle": "+45 20 55 {:02d} {:02d}",
    "athens": "+30 694 55{:05d}",
    "kassel": "+49 151 555{:05d}",
}
_MAIN_GROUPS = ("community_member", "community_member", "community_member", "migrant_association")


@dataclass(frozen=True, slots=True)
class Person:
    given: str
    family: str
    email: str
    phone: str
    birth: date
    community: str
    group: str
    gender: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class Event:
    activity: str
    city: str
    day: date
    title: str


class World:
    """What one sheet is made of: everything comes from the seed."""

    def __init__(self, seed: str) -> None:
        self.rng = Random(seed)
        self._names: set[frozenset[str]] = set()
        self._days: set[date] = set()

    def person(self, city: str, communities: tuple[str, ...] = ()) -> Person:
        """A new person whose name nobody else in this world has, in whatever order."""
        rng = self.rng
        community = rng.choice(communities or ("local", "local", *words.COMMUNITIES))
        while True:
            women, men, families = (
                part.split(",")
                for part in _NAMES[words.CITY_LANGUAGE[city] if community == "local" else community].split("/")
            )
            gender = rng.choice(("female", "male"))
            own = women if gender == "female" else men
            given, family = " ".join(rng.sample(own, rng.choice((1, 1, 2)))), rng.choice(families)
            tokens = frozenset(plain(f"{given} {family}").split())
            if not any(tokens <= other or other <= tokens for other in self._names):
                break
        self._names.add(tokens)
        number = len(self._names)
        phone = _DIALLING[city]
        digits = (number % 100, rng.randrange(100)) if city == "vejle" else (number * 100 + rng.randrange(100),)
        return Person(
            given=given,
            family=family,
            email=f"guest{number}.{rng.randrange(1000)}@example.org",
            phone=phone.format(*digits),
            birth=date(1945, 1, 1) + timedelta(days=rng.randrange(22000)),
            community=community,
            group=rng.choice((*_MAIN_GROUPS, *words.GROUPS)),
            gender=gender,
        )

    def people(self, count: int, city: str, communities: tuple[str, ...] = ()) -> list[Person]:
        return [self.person(city, communities) for _ in range(count)]

    def migrants(self, count: int, city: str) -> list[Person]:
        """People to whom a nationality is a matter of course."""
        return self.people(count, city, tuple(words.COUNTRIES))

    def day(self, late: bool = False) -> date:
        """A new day of the project; ``late`` days are after the twelfth, so that they settle the order of dates."""
        while True:
            day = START + timedelta(days=10 + self.rng.randrange((END - START).days - 20))
            if day not in self._days and (day.day > 12 or not late):
                self._days.add(day)
                return day

    def event(self, city: str = "", activity: str = "", day: date | None = None) -> Event:
        rng = self.rng
        kinds = [code for code in words.ACTIVITIES if code not in ("final_conference", "awareness_campaign")]
        activity = activity or rng.choice(kinds)
        title = rng.choice(("Cooking together", "Sewing circle", "Stories of the city", "Welcome", "Music and tea"))
        return Event(activity, city or self.city(), day or self.day(), title)

    def city(self) -> str:
        return self.rng.choice(tuple(words.CITIES))


def plain(text: str) -> str:
    """The text without marks on its letters, in lower case, punctuation as spaces."""
    letters = (
        c for c in unicodedata.normalize("NFKD", text.casefold().replace("ı", "i")) if not unicodedata.combining(c)
    )
    return "".join(c if c.isalnum() else " " for c in letters)
