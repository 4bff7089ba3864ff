const SPOKEN = /^phon|^t[eé]l[eé](?:ph|f)o|^voice|^call|calls?$|^talk$/;

/** True for the name of a channel on which people speak: phone, telephony, voice, call, callback, phonecall, aircall, Zendesk Talk, Teléfono; not for an iPhone app. */
export function isSpokenChannel(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => SPOKEN.test(word));
}
