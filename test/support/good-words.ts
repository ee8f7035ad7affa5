import type { Lang } from "../../shared/complaint/ids.ts";

/** What a model that does as it is told writes to the boots and the lunch of the example brands. */
export const goodWords: Readonly<
  Record<Lang, readonly { readonly public: string; readonly private: string }[]>
> = {
  en: [
    {
      public:
        "You saw our side, and we did not see yours: hockey, bikes and floorball against the marks of a single practice. I'm sorry. {outcome}",
      private:
        "Being sent home with boots that pinch, after all those seasons with us, is not how it should have gone. {remedy} Thank you for saying it plainly.",
    },
    {
      public:
        "A size that pinches is no fault of a boy who has trained once. I am sorry that we hid behind marks. {outcome}",
      private: "I have read every line of yours, and I understand the disappointment. {remedy}",
    },
  ],
  fi: [
    {
      public:
        "On epäreilua maksaa kaikesta, kun puolet puuttuu. Olen pahoillani, ettei asiaa korjattu heti paikan päällä. {outcome}",
      private: "Luin tarkkaan, mitä kerroit linjastosta ja siitä, mitä esimies vastasi. {remedy}",
    },
    {
      public:
        "Myöhästynyt kuorma on meidän huolemme eikä vieraan. Olen pahoillani, että se jäi sinun maksettavaksesi. {outcome}",
      private:
        "Tuttuun paikkaan tullaan hyvillä mielin, ja siksi tämä harmittaa minuakin. {remedy} Kiitos, että sanoit suoraan.",
    },
  ],
  sv: [
    {
      public:
        "Att få skor som klämmer och sedan bli hemskickad för några märkens skull är inte rätt. Jag är ledsen. {outcome}",
      private:
        "Jag har läst allt du skrev och förstår att det känns snålt efter så många säsonger hos oss. {remedy}",
    },
    {
      public:
        "Ni har handlat allt till hela familjen här, och ändå såg vi bara märkena. Förlåt, det är jag ledsen för. {outcome}",
      private:
        "Det du berättar om kassan är inte så vi vill bemöta någon. {remedy} Tack för att du sade det rakt ut.",
    },
  ],
};
