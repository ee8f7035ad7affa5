import type { Lang } from "../complaint/ids.ts";
import type { IncidentText } from "../complaint/incident.ts";
import type { Situation } from "../complaint/playbook.ts";

/**
 * Texts that the page starts from, for each kind of loss. They say nothing that is not true of everybody in the
 * incident; whoever sets them says back in public what happened to these writers.
 */
export const incidentPhrases: Record<Situation["loss"], Record<Lang, IncidentText>> = {
  money: {
    en: {
      public:
        "You paid for our fault and were left to chase it yourself. That must not happen, and I'm sorry. You needn't call anyone: I'm putting it right, in the same way for everybody it happened to[. {step}|, and messaging you now]. – {signer}",
      private:
        "Hi, it's {signer} from {brand}. I'm sorry. What was taken too much[, {amount},] goes back the way it was paid within a day. The bank may show it a few days later. You needn't do anything. If it isn't there by then, answer \"no\" here and I take it up with the bank. I never ask for card numbers or bank codes. I'm here until {until}[; after that {next} will help you and knows the story]. – {signer}",
    },
    fi: {
      public:
        "Maksoit meidän virheestämme ja jäit selvittämään sitä yksin. Olen siitä pahoillani. Sinun ei tarvitse soittaa kenellekään: korjaan asian samalla tavalla kaikille, joille näin kävi[. {step}|, ja kirjoitan sinulle nyt yksityisesti]. – {signer}",
      private:
        "Hei, täällä {signer}, {brand}. Olen pahoillani. Liikaa otettu[ {amount}] palautuu samaa tietä vuorokauden sisällä. Pankissa se voi näkyä muutaman päivän myöhemmin. Sinun ei tarvitse tehdä mitään. Jos sitä ei silloin näy, vastaa tähän ”ei”, niin selvitän sen pankin kanssa. En koskaan kysy korttinumeroa enkä pankkitunnuksia. Vuoroni päättyy kello {until}[; sen jälkeen sinua auttaa {next}, joka tietää asiasta]. – {signer}",
    },
    sv: {
      public:
        "Att betala för vårt fel och sedan få reda ut det själv, så ska det inte vara. Felet är vårt. Förlåt. Du behöver inte ringa: jag ser till att det blir rätt, lika för alla som drabbades[. {step}|, och skriver till dig privat nu]. – {signer}",
      private:
        "Hej, det här är {signer} från {brand}. Förlåt. Det som togs för mycket[, {amount},] går tillbaka samma väg inom ett dygn. Banken kan visa det först om ett par bankdagar. Du behöver inte göra något. Syns det inte då, svara ”nej” här, så tar jag det med banken. Jag frågar aldrig efter kortnummer eller bankkoder. Jag är här till klockan {until}[; sedan hjälper {next} dig, som är insatt i ärendet]. – {signer}",
    },
  },
  goods: {
    en: {
      public:
        "What you took home from us wasn't what it should be, and you found out before we told you. That's our mistake, and I'm sorry. I'm putting it right, in the same way for everybody who has one[. {step}|, and messaging you now]. – {signer}",
      private:
        "Hi, it's {signer} from {brand}. I'm sorry about this. You get a sound one from us, and it costs you nothing. Answer here which of our shops suits you, or where to post it, and I write when it is ready, before you set out.[ Say the code {code} there; they know already.] No receipt needed. I'm here until {until}[; after that {next} will help you and knows the story]. – {signer}",
    },
    fi: {
      public:
        "Se, mitä veit meiltä kotiin, ei ollut sitä, mitä sen piti olla, ja huomasit sen ennen kuin kerroimme. Vika on meidän. Olen pahoillani. Korjaan sen samalla tavalla kaikille[. {step}|, ja kirjoitan sinulle nyt yksityisesti]. – {signer}",
      private:
        "Hei, täällä {signer}, {brand}. Olen pahoillani. Saat meiltä uuden ja ehjän, eikä se maksa sinulle mitään. Vastaa tähän, mikä myymälä sopii tai mihin postitan, niin kirjoitan, kun se on valmiina, ennen kuin lähdet.[ Sano siellä koodi {code}; he tietävät jo.] Kuittia ei tarvita. Vuoroni päättyy kello {until}[; sen jälkeen sinua auttaa {next}, joka tietää asiasta]. – {signer}",
    },
    sv: {
      public:
        "Det du tog hem från oss var inte vad det skulle vara, och du märkte det innan vi sade något. Felet är vårt. Förlåt. Jag ser till att det blir rätt, på samma sätt för alla som har en[. {step}|, och skriver till dig privat nu]. – {signer}",
      private:
        "Hej, det här är {signer} från {brand}. Förlåt för det här. Du får en ny och hel av oss, och det kostar dig inget. Svara här vilken butik som passar eller vart jag ska posta den, så skriver jag när den är klar, innan du ger dig av.[ Säg koden {code} där; de vet redan.] Inget kvitto behövs. Jag är här till klockan {until}[; sedan hjälper {next} dig, som är insatt i ärendet]. – {signer}",
    },
  },
  service: {
    en: {
      public:
        "You came for something that we then couldn't do, and you were left waiting without a word. That's on us, and I'm sorry. I'm putting it right, in the same way for everybody it happened to[. {step}|, and messaging you now]. – {signer}",
      private:
        "Hi, it's {signer} from {brand}. I'm sorry that you were left without what you came for. What never reached you[, {amount},] is yours. Tell me here how you paid and roughly when, and it is done within a day.[ Or say the code {code} at the till next time; they know already.] I never ask for card numbers or bank codes. No receipt needed. I'm here until {until}[; after that {next} will help you and knows the story]. – {signer}",
    },
    fi: {
      public:
        "Tulit hakemaan jotain, mihin emme sitten pystyneet, ja jäit odottamaan ilman sanaakaan. Vika on meidän. Olen pahoillani. Korjaan asian samalla tavalla kaikille, joille näin kävi[. {step}|, ja kirjoitan sinulle nyt yksityisesti]. – {signer}",
      private:
        "Hei, täällä {signer}, {brand}. Olen pahoillani, että jäit ilman sitä, mitä tulit hakemaan. Se, mikä jäi saamatta[, {amount}], on sinun. Kerro tähän maksutapa ja kellonaika, niin asia on hoidettu vuorokauden sisällä.[ Tai sano kassalla ensi kerralla koodi {code}; he tietävät jo.] En koskaan kysy korttinumeroa enkä pankkitunnuksia. Kuittia ei tarvita. Vuoroni päättyy kello {until}[; sen jälkeen sinua auttaa {next}, joka tietää asiasta]. – {signer}",
    },
    sv: {
      public:
        "Du kom för något som vi sedan inte klarade, och du lämnades att vänta utan ett ord. Felet är vårt. Förlåt. Jag ser till att det blir rätt, på samma sätt för alla som drabbades[. {step}|, och skriver till dig privat nu]. – {signer}",
      private:
        "Hej, det här är {signer} från {brand}. Förlåt att du blev utan det du kom för. Det som uteblev[, {amount},] är ditt. Säg här hur du betalade och ungefär när, så är det ordnat inom ett dygn.[ Eller säg koden {code} i kassan nästa gång; de vet redan.] Jag frågar aldrig efter kortnummer eller bankkoder. Inget kvitto behövs. Jag är här till klockan {until}[; sedan hjälper {next} dig, som är insatt i ärendet]. – {signer}",
    },
  },
  attention: {
    en: {
      public:
        "You told us, and for hours nobody answered. You shouldn't have had to ask twice. That's our mistake, and I'm sorry. I'm looking into it myself, for everybody it happened to[. {step}|, and messaging you now]. – {signer}",
      private:
        "Hi, it's {signer} from {brand}. I'm sorry that you were left without an answer. I'm finding out what went wrong and write to you here within a day, whatever I find. You needn't explain it again. I'm here until {until}[; after that {next} will help you and knows the story]. – {signer}",
    },
    fi: {
      public:
        "Kerroit meille, eikä kukaan vastannut tuntikausiin. Sinun ei olisi pitänyt joutua kysymään kahdesti. Vika on meidän. Olen pahoillani. Selvitän asian itse kaikille, joille näin kävi[. {step}|, ja kirjoitan sinulle nyt yksityisesti]. – {signer}",
      private:
        "Hei, täällä {signer}, {brand}. Olen pahoillani, että jäit ilman vastausta. Selvitän, mikä meni vikaan, ja kirjoitan sinulle tähän vuorokauden sisällä, löytyi mitä tahansa. Sinun ei tarvitse selittää sitä uudelleen. Vuoroni päättyy kello {until}[; sen jälkeen sinua auttaa {next}, joka tietää asiasta]. – {signer}",
    },
    sv: {
      public:
        "Du sade till, och i timmar svarade ingen. Du borde inte ha behövt fråga två gånger. Felet är vårt. Förlåt. Jag tar reda på det själv, för alla som drabbades[. {step}|, och skriver till dig privat nu]. – {signer}",
      private:
        "Hej, det här är {signer} från {brand}. Förlåt att du lämnades utan svar. Jag tar reda på vad som gick fel och skriver till dig här inom ett dygn, vad jag än hittar. Du behöver inte berätta det igen. Jag är här till klockan {until}[; sedan hjälper {next} dig, som är insatt i ärendet]. – {signer}",
    },
  },
};
