import { useState } from "react";
import own from "../../strings/menu.ftl?raw";
import { learn, t } from "../../strings/text";
import { setTheme, THEMES, theme } from "../../theme";
import { Choice } from "../../ui/Choice";
import { isSoundOn, setSound } from "../../ui/sound";

learn(own);

const SYSTEM = "system";

/** How the table looks and sounds on this device. */
export default function Menu() {
  const [sound, turnSound] = useState(isSoundOn);
  const [look, turnLook] = useState(() => theme() ?? SYSTEM);
  return (
    <>
      <Choice
        label={t("sound")}
        value={sound}
        options={[
          { value: false, label: t("sound-off") },
          { value: true, label: t("sound-on") },
        ]}
        note={t("sound-note")}
        onChange={(on) => {
          setSound(on);
          turnSound(on);
          if (on) import("./tones").then(({ play }) => play("turn"));
        }}
      />
      <Choice
        label={t("look")}
        stacked
        value={look}
        options={[SYSTEM, ...THEMES].map((each) => ({ value: each, label: t(`look-${each}`) }))}
        onChange={(chosen) => {
          setTheme(chosen === SYSTEM ? null : chosen);
          turnLook(chosen);
        }}
      />
    </>
  );
}
