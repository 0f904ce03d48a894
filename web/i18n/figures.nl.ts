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
  densityHow:
    'Sociale huurwoningen van het gebied in beeld gedeeld door zijn oppervlakte, onbebouwde grond inbegrepen.',
  above: 'Gebieden met meer dan {{share}} sociale woningen',
  aboveHow:
    'Het aantal gebieden waarvan sociale woningen ÷ woningen groter is dan de drempel; een gebied precies op de drempel telt niet. De drempel is een aanname die u onderaan aanpast.',
  poverty: 'Kansarmoede-index rond de sociale woningen ({{year}})',
  povertyHow:
    'Het gemiddelde van de kansarmoede-index van de gebieden, gewogen met hun sociale woningen; voor de nieuwe met het aantal dat er bijkomt. De index is het aandeel geboorten in gezinnen die op drie of meer van zes criteria als kansarm scoren, geen aandeel mensen met een laag inkomen.',
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
    deprivedHow:
      'Een schatting: de kinderen van een gebied maal zijn kansarmoede-index. Die index is het aandeel geboorten in gezinnen die op drie of meer van zes criteria als kansarm scoren; hier geldt het aandeel voor alle kinderen van het gebied. Bereik wordt op dezelfde manier gemeten als voor alle kinderen.',
    newDwellings: 'Van de nieuwe sociale woningen: {{share}}.',
    places: 'Plekken in de regio: {{before}} nu, {{after}} straks.',
    how: 'Een gebied telt helemaal of niet, naar een punt op zijn oppervlak: in rechte lijn tot de dichtste plek (van een vlak tot de dichtste rand), maal een omwegfactor van {{detour}}. De omwegfactor is een aanname van Buurtbalans tot er een wandelnetwerk is. Wie er woont, blijft voor en na gelijk; de nieuwe woningen staan er apart bij.',
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
    how: 'Nog te realiseren = objectief − al gerealiseerd − gepland − dit scenario. Al gerealiseerd is de voorraad van het scenariojaar min de voorraad waarvan het objectief vertrekt. Van dit scenario telt wat in het jaar van het objectief of vroeger klaar is, of geen jaar heeft; wat gesloopt wordt of verhuist, gaat eraf. Een gemeente telt in haar geheel, ook buiten het gebied in beeld.',
    kinds:
      'Welke soorten woningen meetellen, volgt uit de bronnen: het objectief telt wat zijn bron telt, de voorraad wat de tabel met sociale huurwoningen telt. Soorten (eigen verhuur, ingehuurd, koop) zijn in deze gegevens niet gescheiden.',
    sources: 'Bronnen',
  },
  programmeHow:
    'De som van alle wijzigingen die aanstaan, ook buiten het gebied in beeld. Gezinswoningen: nieuwe sociale woningen met zoveel slaapkamers of meer, gedeeld door die waarvan het aantal slaapkamers bekend is.',
  slider: 'Schuif: aantal in {{area}}',
};
