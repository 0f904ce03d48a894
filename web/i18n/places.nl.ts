/** Texts about places to play, meet and be helped: what is known of them. */
export const attributeNl = {
  ages: '{{from}} tot en met {{to}} jaar',
  agesFrom: 'vanaf {{from}} jaar',
  agesTo: 'tot en met {{to}} jaar',
  capacityOf: '{{number}} plaatsen',
  pupilsOf: '{{number}} leerlingen',
  feeIs: { yes: 'betalend', no: 'gratis' },
  wheelchairIs: {
    yes: 'toegankelijk met rolstoel',
    limited: 'beperkt toegankelijk met rolstoel',
    no: 'niet toegankelijk met rolstoel',
  },
  litIs: { yes: 'verlicht', no: 'niet verlicht' },
  lastCheckedOn: 'nagekeken op {{day}}',
};
