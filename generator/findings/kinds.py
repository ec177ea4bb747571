"""The kinds of finding, and what staff can do about each.

Messages and advice are Swedish, for staff. Series: F1 files, F2 what documents say, F3 cases, F4 configuration and the editor's
word, F5 the site, F6 what may not be published.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Severity


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding. ``message`` is a format string; ``forbids``: the site must not be published with it."""

    severity: Severity
    message: str
    advice: str
    forbids: bool = False


KINDS: dict[str, Kind] = {
    "F101": Kind("error", "Filen är tom.", "Lägg in dokumentet på nytt, eller ta bort filen."),
    "F102": Kind(
        "error",
        "Filen är inte text: den innehåller {what}.",
        "Kontrollera att filen inte är skadad och att filändelsen stämmer. Spara dokumentet som text och lägg in det igen.",
    ),
    "F103": Kind(
        "warning",
        "Filen är inte UTF-8 och lästes som Windows-1252.",
        "Kontrollera att å, ä och ö ser rätt ut på sidan. Spara gärna filen som UTF-8.",
    ),
    "F104": Kind("note", "Filen börjar med ett byteordningsmärke (BOM), som togs bort.", "Inget behöver göras."),
    "F105": Kind(
        "error",
        "Filen är {size} MB; gränsen för text är {limit} MB.",
        "Dela upp filen i de dokument som den innehåller.",
    ),
    "F106": Kind(
        "error",
        "Filen är en länk som leder utanför innehållsmappen och följdes inte.",
        "Lägg en kopia av dokumentet i innehållsmappen i stället för en länk.",
    ),
    "F107": Kind(
        "warning",
        "Samma innehåll som {other}; bara den filen är publicerad.",
        "Ta bort den ena filen, eller lägg in rätt dokument om det blev fel kopia.",
    ),
    "F108": Kind(
        "error",
        "Formatet {what} läses inte ännu; inget av innehållet är publicerat.",
        "Spara dokumentet som text (.txt) eller Markdown (.md) och lägg in det.",
    ),
    "F109": Kind("error", "Filen gick inte att läsa: {why}.", "Kontrollera filens rättigheter och lägg in den på nytt."),
    "F110": Kind(
        "note",
        "Filnamnet har tecken som inte hör hemma i ett filnamn; de visas som �.",
        "Byt namn på filen om den ska få ett läsbart namn i arkivet.",
    ),
    "F111": Kind(
        "note",
        "{count} styrtecken utan synlig form togs bort ur texten.",
        "Inget behöver göras. Jämför med originalet om texten ser fel ut.",
    ),
    "F112": Kind(
        "warning",
        "Texten är skadad: {damaged} av {words} ord har återställts.",
        "Läs sidan mot originalet. De återställda orden är markerade.",
    ),
    "F113": Kind("note", "Länk till {other} i samma mapp; dokumentet är med en gång.", "Inget behöver göras."),
    "F114": Kind(
        "warning",
        "Inledande dokumentdata (front matter) gick inte att tolka: {why}.",
        "Skriv en uppgift per rad, till exempel ”diarienummer: KS 2024/1”.",
    ),
    "F115": Kind("note", "Filen är UTF-16 och lästes som det.", "Spara gärna filen som UTF-8."),
    "F116": Kind(
        "error",
        "Dokumentet har text som inte syns på sidan ({what}) och är inte publicerat.",
        "Öppna dokumentet och se efter vad som är dolt. Lägg in en version utan dold text.",
    ),
    "F117": Kind(
        "note",
        "Dokumentet har {what}; bara den godkända, synliga texten är läst.",
        "Godkänn eller avvisa ändringarna i ordbehandlaren om något saknas på sidan.",
    ),
    "F118": Kind("error", "Filen är låst med lösenord.", "Spara dokumentet utan lösenord och lägg in det på nytt."),
    "F119": Kind("error", "Filen är skadad och gick inte att läsa: {why}.", "Hämta dokumentet på nytt från avsändaren."),
    "F120": Kind(
        "error",
        "Läsningen tog mer än {seconds} sekunder och avbröts.",
        "Öppna dokumentet och spara det på nytt, eller dela upp det.",
    ),
    "F121": Kind(
        "error",
        "Läsningen krävde mer än {limit} MB minne och avbröts.",
        "Öppna dokumentet och spara det på nytt, eller dela upp det.",
    ),
    "F122": Kind(
        "error",
        "Läsaren kraschade på filen ({why}).",
        "Öppna dokumentet och spara det på nytt. Hjälper det inte: spara det som text.",
    ),
    "F123": Kind(
        "error",
        "Filen packar upp till mer än vad som är rimligt ({why}) och lästes inte.",
        "Kontrollera var filen kommer ifrån. Lägg in dokumenten i den ett och ett.",
    ),
    "F124": Kind(
        "error",
        "Sidan {page} är en bild, och textigenkänning är inte installerad; dokumentet är inte publicerat.",
        "Kör ”motionsarkiv doctor” för att se hur textigenkänning installeras, och bygg sedan på nytt.",
    ),
    "F125": Kind(
        "warning",
        "Textigenkänningen fick inte fram någon text på sidan {page}.",
        "Läs sidan mot originalet. Skanna om sidan om den är otydlig.",
    ),
    "F126": Kind("note", "Filen heter .{ending} men är {what}, och lästes som det.", "Byt namn på filen om det stör."),
    "F127": Kind("error", "Dokumentet har ingen text.", "Kontrollera att filen är hel. Är den en bild, skanna om den."),
    "F128": Kind(
        "error",
        "Filen är i Words äldre format (.doc), som läses bara där LibreOffice finns.",
        "Installera LibreOffice, eller spara dokumentet som .docx och lägg in det.",
    ),
    "F129": Kind("note", "Filen innehåller {count} dokument, som är lästa var för sig.", "Inget behöver göras."),
    "F130": Kind("error", "Filen innehåller inget dokument.", "Kontrollera att filen är hel."),
    "F131": Kind(
        "warning",
        "{share} av texten är oredovisad: den står varken på sidan eller bland uppgifterna.",
        "Kör ”motionsarkiv show” på filen för att se vilka rader det gäller.",
    ),
    "F132": Kind(
        "error",
        "{share} av texten är oredovisad, och dokumentet är därför inte publicerat.",
        "Kör ”motionsarkiv show” på filen för att se vilka rader det gäller.",
    ),
    "F133": Kind(
        "note",
        "Den som gjorde filen har angett att text inte ska kopieras ur den.",
        "Kontrollera att dokumentet får publiceras.",
    ),
    "F134": Kind(
        "error",
        "Filen har {count} sidor eller rader; gränsen är {limit}.",
        "Dela upp filen i de dokument som den innehåller.",
    ),
    "F135": Kind(
        "note",
        "Meddelandet självt är varken motion eller svar; det som var bifogat är läst för sig.",
        "Inget behöver göras.",
    ),
    "F136": Kind(
        "error",
        "Filen ”{name}” ligger för djupt (arkiv i arkiv) och lästes inte.",
        "Lägg in dokumentet för sig.",
    ),
    "F137": Kind(
        "note",
        "Filen har innehåll som inte är text ({what}); det är inte läst och inte publicerat.",
        "Inget behöver göras om innehållet inte hör till dokumentet.",
    ),
    "F138": Kind(
        "warning",
        "{unsure} av {words} ord är lästa med osäkerhet av textigenkänningen.",
        "Läs sidan mot originalet. De osäkra orden är markerade.",
    ),
    "F139": Kind(
        "warning",
        "Filen är skadad ({why}); det som gick att läsa är läst, men text kan saknas.",
        "Jämför sidan med originalet. Hämta dokumentet på nytt från avsändaren om något saknas.",
    ),
    "F201": Kind(
        "error",
        "Det framgår inte vad dokumentet är: varken motion eller svar.",
        "Ange typ och ärende i case.yml, eller ta bort filen.",
    ),
    "F202": Kind(
        "error",
        "Dokumentet är ett svar, men varken diarienummer eller motionens titel går att läsa ut.",
        "Ange ärendet i case.yml.",
    ),
    "F203": Kind("warning", "Okänd instans ”{name}”.{guess}", "Lägg till instansen eller namnet som alias i bodies.yml."),
    "F204": Kind(
        "warning",
        "Dokumentet säger inte vems svaret är.{guess}",
        "Ange instansen i case.yml om den är känd på annat sätt.",
    ),
    "F205": Kind(
        "note",
        "Namn och titlar i underskriften gick inte att para ihop; ingen av dem anges.",
        "Ange undertecknare i case.yml om de ska visas.",
    ),
    "F206": Kind("warning", "Motionen har inga att-satser som går att läsa ut.", "Kontrollera motionens text."),
    "F207": Kind(
        "warning",
        "Svaret är från {date}, men {old} är sedan {since} {new}.",
        "Kontrollera datumet och namnet. Svaret visas under det nya namnet.",
    ),
    "F301": Kind(
        "error",
        "Motionen i ärendet {case} finns inte i arkivet; det som visas om den kommer ur svaren.",
        "Lägg in motionen.",
    ),
    "F302": Kind(
        "error",
        "Två motioner gör anspråk på samma ärende, {case}; {other} är den som visas.",
        "Ange rätt diarienummer för den ena i case.yml.",
    ),
    "F303": Kind("note", "Källorna skiljer sig åt: {what}.", "Inget avgörs av arkivet. Skillnaden visas på motionens sida."),
    "F304": Kind(
        "error",
        "Dokumentet stämmer in på flera ärenden ({cases}).",
        "Ange ärendet i case.yml.",
    ),
    "F310": Kind(
        "warning",
        "Beslutet följer {whose} förslag, som inte finns i arkivet eller säger olika saker. Vad som beslutades om motionen går inte att säga.",
        "Lägg in förslaget, eller ange beslutet i case.yml.",
    ),
    "F311": Kind("warning", "Protokollet anger inte vilken dag sammanträdet hölls.", "Ange datumet i case.yml."),
    "F312": Kind(
        "note",
        "Protokollet har flera omröstningar, och det framgår inte vilken som avgjorde. Resultatet visas inte.",
        "Läs protokollet; resultatet kan anges i case.yml.",
    ),
    "F313": Kind(
        "note",
        "Tillfrågade vars svar inte finns här: {names}.",
        "Lägg in svaren om de har kommit. Har en instans låtit bli att svara, ange det i case.yml.",
    ),
    "F314": Kind("warning", "Dokumentet behandlar flera motioner, och det framgår inte vad det säger om {case}.", "Ange hållningen för motionen i case.yml om den går att utläsa på annat sätt."),
    "F315": Kind("note", "Dokumentet säger att ”{group}” tillfrågades utan att räkna upp dem.", "Ange remissinstanserna i case.yml om de är kända."),
    "F316": Kind("warning", "Motionen har remitterats två gånger, och det framgår inte vilken gång svaret från {name} gäller.", "Kontrollera att svarets datum går att läsa, eller ange det i case.yml."),
    "F317": Kind("note", "Dokumentet säger att svar saknas, men inte från vem.", "Ange i case.yml vilken instans som inte svarade, om det är känt."),
    "F401": Kind("error", "Filen går inte att tolka: {why}.", "Rätta filen på den angivna raden."),
    "F402": Kind("error", "Okänd nyckel ”{key}”.{guess}", "Rätta eller ta bort nyckeln."),
    "F403": Kind("error", "Fel värde för ”{key}”: {why}.", "Rätta värdet."),
    "F404": Kind("error", "Filen {name} saknas i mappen.", "Rätta filnamnet i case.yml, eller lägg in filen."),
    "F405": Kind(
        "warning",
        "Redaktionens uppgift ({key}: {value}) skiljer sig från dokumentets ({stated}).",
        "Kontrollera uppgiften. Båda visas.",
    ),
    "F406": Kind("error", "Mappen med dokument finns inte.", "Kontrollera sökvägen efter --content."),
    "F407": Kind("error", "Grundinställningen för sajten finns inte.", "Stå i projektets mapp, eller ange den med --project."),
    "F408": Kind("error", "Mappen med inställningar finns inte.", "Kontrollera sökvägen efter --config."),
    "F409": Kind(
        "error",
        "Sajten kan inte ligga i samma mapp som dokumenten eller inställningarna.",
        "Välj en annan mapp med --out.",
    ),
    "F410": Kind("error", "Nyckeln ”{key}” står två gånger; den {first} gäller.", "Ta bort den ena."),
    "F411": Kind(
        "error",
        "Uppgiften gäller delen ”{part}” av {name}, men {why}.",
        "Sidan Källor och kvalitet visar filens delar med nummer och rader.",
    ),
    "F412": Kind(
        "error",
        "Mappen har dokument ur flera ärenden ({cases}), och det framgår inte vilket uppgifterna gäller; de är inte använda.",
        "Lägg varje ärende i en egen mapp med en egen case.yml.",
    ),
    "F413": Kind(
        "warning",
        "Uppgifterna om ärendet gäller inget dokument: i mappen finns inget som hör till ett ärende.",
        "Flytta case.yml till mappen med ärendets dokument.",
    ),
    "F414": Kind(
        "note",
        "Redaktionen har angett att dokumentet inte ska vara med: {why}.",
        "Inget behöver göras.",
    ),
    "F415": Kind(
        "error",
        "Tillgänglighetsredogörelsen är inte hel: {why}. Skriv till exempel ”{write}”.",
        "Lagen kräver uppgiften av en publicerad webbplats. Den skrivs i site.yml, under ”tillgänglighet”.",
        forbids=True,
    ),
    "F416": Kind(
        "note",
        "Tillgänglighetsredogörelsen är inte hel: {why}. Skriv till exempel ”{write}”.",
        "Sidan om tillgänglighet säger vad som saknas. Uppgiften måste finnas i site.yml innan arkivet får en adress.",
    ),
    "F417": Kind(
        "error",
        "Bedömningen av webbplatsens tillgänglighet är från {day}. Den får vara {months} månader gammal, och bygget gäller {today}.",
        "Pröva webbplatsen på nytt. Skriv sedan de nya dagarna för ”bedömd” och ”uppdaterad” i site.yml.",
        forbids=True,
    ),
    "F418": Kind(
        "note",
        "Bedömningen av webbplatsens tillgänglighet är från {day}. Den får vara {months} månader gammal, och bygget gäller {today}.",
        "Pröva webbplatsen på nytt innan arkivet får en adress, och skriv de nya dagarna i site.yml.",
    ),
    "F419": Kind("warning", "”{key}” saknas i site.yml: {why}.", "Lägg till raden i site.yml innan arkivet publiceras."),
    "F420": Kind("warning", "Ändringsloggen nämner ”{what}”, som inte finns i arkivet.{guess}", "Rätta raden i changes.yml, eller ta bort den."),
    "F421": Kind(
        "warning",
        "Ändringsloggen säger att ”{what}” är {sort}, men sidan finns kvar i arkivet.",
        "Ta bort dokumentet om det inte ska vara med, eller ta bort raden i changes.yml.",
    ),
    "F422": Kind("note", "”{key}” är {day}, en dag som inte har varit när bygget görs ({today}).", "Kontrollera dagen i site.yml."),
    "F423": Kind(
        "warning",
        "”{key}” är kvar från exemplet: {host} är ingen riktig adress.",
        "Skriv hur läsarna når er i site.yml innan arkivet publiceras.",
    ),
    "F501": Kind("error", "MkDocs kunde inte bygga sajten: {why}", "Se utskriften från MkDocs ovan.", forbids=True),
    "F502": Kind("warning", "MkDocs varnar: {why}", "Anmäl felet; arkivets sidor ska inte ge varningar."),
    "F503": Kind(
        "error",
        "Mappen {path} innehåller annat än en sajt från detta program och skrivs inte över.",
        "Välj en annan mapp med --out, eller töm den.",
        forbids=True,
    ),
    "F504": Kind("error", "Ett annat bygge pågår.", "Vänta tills det är klart och försök igen.", forbids=True),
    "F505": Kind("error", "På sidan {page} fanns märkning som arkivets mallar inte gör ({what}). Den är borttagen.", "Anmäl felet: text ur ett dokument har blivit märkning."),
    "F506": Kind("warning", "Sidan {page} har inte granskats efter bygget: det som mallarna omger innehållet med finns inte där.", 'Behåll <article class="md-content__inner …"> i mallen main.html.'),
    "F601": Kind(
        "error",
        "Dokumentet innehåller något som ser ut som ett personnummer och är inte publicerat.",
        "Maskera numret i dokumentet och lägg in det på nytt.",
    ),
}
