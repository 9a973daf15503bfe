import { Suspense } from "react";
import { BrowserRouter, Link, Route, Routes } from "react-router";
import Front from "./screens/front/Front";
import { t } from "./strings/text";
import { Word } from "./ui/Action";
import { Caught, later } from "./ui/later";
import { Note } from "./ui/Page";

// A phone that joins and plays loads neither the host's form nor the projector.
const Join = later(() => import("./screens/join/Join"));
const Host = later(() => import("./screens/host/HostForm"));
const Table = later(() => import("./screens/table/Table"));
const Screen = later(() => import("./screens/projector/Screen"));

export function Pages() {
  return (
    <BrowserRouter>
      <Caught instead={<Broken />}>
        <Suspense fallback={<p className="unseen">{t("loading")}</p>}>
          <Routes>
            <Route path="/" element={<Front />} />
            <Route path="/join" element={<Join />} />
            <Route path="/join/:code" element={<Join />} />
            <Route path="/host" element={<Host />} />
            <Route path="/t/:table" element={<Table />} />
            <Route path="/screen/:table" element={<Screen />} />
            <Route path="*" element={<Lost />} />
          </Routes>
        </Suspense>
      </Caught>
    </BrowserRouter>
  );
}

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
