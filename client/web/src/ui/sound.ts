const KEY = "faultlines:sound";
const ON = "on";

/** Whether this device may make a sound; off until somebody switches it on. */
export const isSoundOn = () => localStorage.getItem(KEY) === ON;

export function setSound(on: boolean) {
  if (on) localStorage.setItem(KEY, ON);
  else localStorage.removeItem(KEY);
}
