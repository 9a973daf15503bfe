import { type ReactNode, Suspense } from "react";
import type { View } from "../../api/contract";
import { Caught, later } from "../later";
import styles from "./ground.module.css";
import { type Detail, SIZES } from "./sizes";

// The card can be read before the picture is drawn.
const Picture = later(() => import("./Picture"));

interface Props {
  view: View;
  /** The table's public id, from which every line is drawn; never the game's seed, which would tell every draw. */
  seed: string;
  detail: Detail;
  /** The radius of the common ground, as a share of the whole. */
  hole?: number;
  /** How large names and signs are, beside their usual size. */
  type?: number;
  /** A pair at whose crack somebody points. */
  pointed?: string | undefined;
  /** What lies on the common ground. */
  children?: ReactNode;
}

/** Where organisations pull apart, the ground cracks. Its place is kept until it is drawn. */
export function Ground({ children, ...picture }: Props) {
  const { width, height } = SIZES[picture.detail];
  return (
    <div className={styles.frame} style={{ aspectRatio: `${width} / ${height}` }}>
      <Caught instead={null}>
        <Suspense>
          <Picture {...picture} />
        </Suspense>
      </Caught>
      {children && <div className={styles.common}>{children}</div>}
    </div>
  );
}
