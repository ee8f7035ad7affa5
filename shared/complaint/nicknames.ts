/**
 * Short forms that people use for the given name on their receipt, folded (`names.ts`): the full name, then its forms.
 * English: carltonnorthern/nicknames, Apache-2.0, names.csv, with usual spellings added. Finnish, Swedish, Estonian and Russian: own short list
 * of everyday forms and transliterations. Two short forms of one name (Jussi, Juha) are two people until a full
 * name says otherwise, so a form is compared with the full name only.
 */
const FORMS: readonly string[] = [
  "aleksanteri ale aleksi santeri alexander",
  "aleksandr sasha sanya aleksander alexander",
  "aleksandra sasha sanya alexandra sandra",
  "alexander alex sandy lex",
  "alexandra alex sandra sandy",
  "andrew andy drew",
  "anna ann annie anu anni",
  "anthony tony",
  "barbara barb babs",
  "benjamin ben benny",
  "catherine cathy kate katie kathy katherine",
  "charles charlie chuck",
  "charlotta lotta charlotte",
  "charlotte lottie charlotta",
  "christina chris tina kristina",
  "christopher chris kit",
  "daniel dan danny",
  "david dave davey",
  "dmitri dima mitya dmitry dmitrij",
  "edward ed eddie ted ned",
  "ekaterina katya jekaterina katja",
  "elena lena jelena",
  "elisabet liisa lisa eliisa elisa elisabeth",
  "elizabeth liz lizzie beth betty eliza lisa elisabeth",
  "evgeni zhenya jevgeni evgeny yevgeny",
  "gregory greg",
  "helena leena lena helen",
  "henrik heikki henkka henri",
  "ivan vanya vanja",
  "jaakko jaska jakob",
  "jacob jake",
  "james jim jimmy jamie",
  "jennifer jen jenny",
  "johan janne jussi johannes",
  "johannes jussi janne hannu juha",
  "john johnny jack jon",
  "jonathan jon jonny",
  "joseph joe joey",
  "juhani jussi juha",
  "karl kalle carl",
  "kaarlo kalle",
  "katariina kati kata kaisa katarina",
  "katherine kate katie kathy catherine",
  "kenneth ken kenny",
  "kristiina tiina stiina kirsti kristina",
  "kristina stina tina christina",
  "lars lasse",
  "lauri lasse late",
  "leonard leo len lenny",
  "magdaleena leena lena",
  "margaret maggie meg peggy",
  "margareta greta",
  "maria mari maija maikki masha",
  "matthew matt",
  "matias matti mathias",
  "michael mike mick mickey mikael",
  "mihail misha mikhail",
  "mikael micke mikko mika",
  "mohamed mohammed muhammad mohammad maxamed muhammed",
  "natalia natasha nata natalya natalja",
  "nicholas nick nicky",
  "niklas nicke",
  "nikolai kolya nikolay",
  "nils nisse",
  "olof olle",
  "olga olya",
  "patricia pat patty tricia trish",
  "pavel pasha",
  "per pelle",
  "peter pete",
  "pyotr petya pjotr petr",
  "rebecca becky",
  "richard dick rick ricky rich",
  "robert bob bobby rob robbie bert",
  "samuel sam sammy",
  "samuli sami samppa",
  "sergei seryozha sergey sergej",
  "stephen steve stevie steven",
  "susan sue susie suzy",
  "susanna sanna susanne",
  "tatiana tanya tanja tatyana tatjana",
  "terese tess",
  "theresa tess terry teresa",
  "thomas tom tommy tomas",
  "timothy tim timmy",
  "tuomas tomi tuomo",
  "victoria vicky vikki tori",
  "vilhelm ville",
  "vladimir vova volodya",
  "william bill billy will willie liam",
  "yuri yura juri yury",
];

const rootsByForm = new Map<string, string[]>();
const isRoot = new Set<string>();
for (const line of FORMS) {
  const [root = "", ...forms] = line.split(" ");
  isRoot.add(root);
  for (const form of forms) rootsByForm.set(form, [...(rootsByForm.get(form) ?? []), root]);
}

/** The full names a folded form may stand for, itself included when it is one; empty when none is known. */
export const nicknameRoots = (foldedForm: string): readonly string[] => [
  ...(isRoot.has(foldedForm) ? [foldedForm] : []),
  ...(rootsByForm.get(foldedForm) ?? []),
];

/** True when one folded form is short for the other, or another spelling of it: Bill and William, Jussi and Juhani. */
export const areForms = (a: string, b: string): boolean =>
  a !== b && ((rootsByForm.get(a) ?? []).includes(b) || (rootsByForm.get(b) ?? []).includes(a));
