import { Suspense, useDeferredValue } from "react";
import { Link, Route, Router, Switch } from "wouter";
import { useBrowserLocation } from "wouter/use-browser-location";
import Front from "./screens/front/Front";
import { t } from "./strings/text";
import { Word } from "./ui/Action";
import { Announcer } from "./ui/Announcer";
import { Caught, later } from "./ui/later";
import { Note } from "./ui/Page";

// A phone that joins and plays loads neither the host's form nor the projector.
const Join = later(() => import("./screens/join/Join"));
const Host = later(() => import("./screens/host/HostForm"));
const Table = later(() => import("./screens/table/Table"));
const Screen = later(() => import("./screens/projector/Screen"));
const Replay = later(() => import("./screens/replay/Replay"));

export function Pages() {
  return (
    <Router hook={useArrived}>
      <Caught instead={<Broken />}>
        <Suspense fallback={<p className="unseen">{t("loading")}</p>}>
          <Switch>
            <Route path="/" component={Front} />
            <Route path="/join/:code?" component={Join} />
            <Route path="/host" component={Host} />
            <Route path="/t/:table" component={Table} />
            <Route path="/screen/:table" component={Screen} />
            <Route path="/replay/:table" component={Replay} />
            <Route component={Lost} />
          </Switch>
        </Suspense>
      </Caught>
      <Announcer />
    </Router>
  );
}

/** The address whose page is here: while the next one is fetched, the last one stays. */
const useArrived: typeof useBrowserLocation = (options) => {
  const [path, go] = useBrowserLocation(options);
  return [useDeferredValue(path), go];
};

function Broken() {
  return (
    <Note title={t("page-broke")} text={t("page-broke-text")}>
      <Word onPress={() => location.reload()}>{t("load-again")}</Word>
    </Note>
  );
}

function Lost() {
  return (
    <Note title={t("no-page")} text={t("no-page-text")}>
      <Link to="/">{t("to-front")}</Link>
    </Note>
  );
}
