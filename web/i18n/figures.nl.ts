/** Texts of the figures of the live panel. */
export const figuresNl = {
  index: 'Index van concentratie',
  indexWhich: 'Welke indices?',
  indexHelp:
    'Te kiezen zijn alle indices die op aantallen rekenen, en die kijken welke gebieden elkaar raken: ruimtelijke dissimilariteit en de maten voor gelijkende buren, zoals Moran I. Wie met afstanden rekent, is te zwaar om bij elke wijziging mee te rekenen en staat bij Vergelijk.',
  lastChange: 'Laatste wijziging: {{what}}. Bij elk cijfer staat of het daardoor verandert.',
  noLastChange:
    'Sinds deze pagina openging, is aan dit scenario nog niets gewijzigd waar een cijfer op antwoordt.',
  reacts: 'verandert',
  stays: 'ongewijzigd',
  byLastChange: 'door de laatste wijziging',
  chance: 'Bij toeval verwacht: {{before}} nu, {{after}} straks.',
  chanceStale: 'Wat toeval zou geven, wordt opnieuw berekend.',
  chanceExact:
    'Verwacht bij toeval: exact berekend, als de sociale woningen willekeurig over alle woningen lagen.',
  chanceDrawn:
    'Verwacht bij toeval: gemiddelde van {{draws}} trekkingen met vaste beginwaarde, als de sociale woningen willekeurig over alle woningen lagen.',
  chancePlaces:
    'Verwacht bij toeval: gemiddelde van {{draws}} trekkingen met vaste beginwaarde, als de gebieden met hun woningen willekeurig van plaats wisselden.',
  chanceNone:
    'Wat toeval zou geven, is er niet: de index volgt uit de totalen, of een aantal is geen geheel getal.',
  chanceTerm: 'Toeval',
  unbounded: 'geen grens',
  noMarginal:
    'Van deze index ({{index}}) is het effect van tien woningen erbij niet voor alle gebieden tegelijk te berekenen. De kaart toont nu. Wel beschikbaar: {{available}}.',
  around: 'Rond de woningen',
  density: 'Sociale huurwoningen per hectare',
  above: 'Gebieden met meer dan {{share}} sociale woningen',
  poverty: 'Kansarmoede-index rond de sociale woningen ({{year}})',
  povertyNew: 'Waar de nieuwe sociale woningen komen: {{share}}.',
  without_one: 'Voor {{count}} nieuwe woning is er geen index.',
  without_other: 'Voor {{count}} nieuwe woningen is er geen index.',
  reach: {
    title: 'Speelruimte en ontmoetingsplaatsen binnen bereik',
    play: 'Speelruimte binnen {{metres}} m',
    meeting: 'Ontmoetingsplaats binnen {{metres}} m',
    ofChildren: 'van de kinderen die er nu wonen',
    ofDwellings: 'van de woningen van nu (van kinderen zijn er geen cijfers)',
    areasWithout_one: '{{count}} gebied zonder aantal kinderen telt niet mee.',
    areasWithout_other: '{{count}} gebieden zonder aantal kinderen tellen niet mee.',
    deprived_play: 'Speelruimte binnen {{metres}} m, kinderen in gezinnen die als kansarm scoren',
    deprived_meeting: 'Ontmoetingsplaats binnen {{metres}} m, kinderen in gezinnen die als kansarm scoren',
    othersReached: 'Van de andere kinderen in dezelfde gebieden: {{before}} nu, {{after}} straks.',
    areasWithoutIndex_one: '{{count}} gebied met kinderen heeft geen index en telt hier niet mee.',
    areasWithoutIndex_other: '{{count}} gebieden met kinderen hebben geen index en tellen hier niet mee.',
    newDwellings: 'Van de nieuwe sociale woningen: {{share}}.',
    places: 'Plekken in de regio: {{before}} nu, {{after}} straks.',
    byNetwork: 'Te voet over het netwerk.',
    byStraightLine: 'Hemelsbreed × {{detour}}.',
    offNetwork_one:
      '{{count}} gebied ligt ver van elke straat van het netwerk: daar hemelsbreed × {{detour}}.',
    offNetwork_other:
      '{{count}} gebieden liggen ver van elke straat van het netwerk: daar hemelsbreed × {{detour}}.',
    settings: 'Afstanden aanpassen',
    playWithin: 'Loopafstand tot spelen (m)',
    meetingWithin: 'Loopafstand tot ontmoeten (m)',
    detour: 'Omwegfactor',
    norm: 'Neem een norm over',
    noNorm: 'eigen afstand',
    norms:
      'Normen zijn een begin, geen oordeel. Voor ontmoetingsplaatsen is geen norm gevonden: {{metres}} m is een aanname van Buurtbalans.',
  },
  objective: {
    title: 'Bindend sociaal objectief',
    asked: 'gevraagd tegen {{year}}',
    unknown: 'niet gekend',
    stock: 'voorraad sociale huurwoningen nu: {{stock}}',
    realised: 'al gerealiseerd',
    realisedUnknown: 'niet gekend: gerekend vanaf de voorraad van nu',
    pipeline: 'gepland, buiten dit scenario',
    scenario: 'dit scenario',
    undated: 'waarvan {{count}} zonder jaar van oplevering',
    later: '{{count}} na {{year}}, telt niet mee',
    remaining: 'nog te realiseren tegen {{year}}',
    surplus: '{{count}} meer dan gevraagd',
    none: 'geen doel ingevoerd',
    noneAll: 'Van deze gemeenten is geen doel ingevoerd. Lees er een in met een tabel, één rij per gemeente:',
    others_one: 'Nog {{count}} gemeente',
    others_other: 'Nog {{count}} gemeenten',
    kinds:
      'Soorten: per doel en per gemeente kan ingevoerd zijn welke soorten meetellen (eigendom, ingehuurd, koop); anders telt het objectief wat zijn bron telt, en de voorraad wat de tabel met sociale huurwoningen telt. Voorraad, vertrekpunt en planning tellen per soort waar ze zo ingevoerd zijn. Wat een scenario bouwt of omzet, telt altijd mee: wijzigingen onderscheiden geen soorten.',
    kindsHow:
      'Inlezen per soort: een rij per gemeente en soort (owned, rented_in, purchase), met social_stock voor de voorraad en social_objective_counts (1 of 0) voor wat meetelt:',
    kindsWhich: 'Welke soorten tellen mee?',
    kindsOwn: 'Zelf kiezen wat meetelt',
    kindsOfTarget:
      'Niets gekozen: dan telt wat het objectief van de gemeente meetelt, of wat de bronnen tellen waar dat niet is ingevoerd.',
    kindsAreOwn:
      'Uw keuze geldt voor alle gemeenten van dit scenario. Waar voorraad of vertrekpunt niet per soort is ingevoerd, is niet gekend wat al gerealiseerd is.',
    kindsReset: 'Neem weer wat het objectief meetelt',
    kind: {
      owned: 'eigendom van de woonmaatschappij',
      rented_in: 'ingehuurd',
      purchase: 'sociale koop',
    },
    byKind: 'waarvan bekend naar soort: {{kinds}}',
    counting: 'telt mee',
    countingKinds: '{{kinds}}; voorraad {{stock}}',
    sources: 'Bronnen',
  },
  slider: 'Schuif: aantal in {{area}}',
};
