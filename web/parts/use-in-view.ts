// Whether a place on the page has come into view, or near it; once it has, it stays so.
import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";

/** For parts that load only when somebody may look at them. */
export function useInView<E extends Element>(): readonly [RefObject<E | null>, boolean] {
  const ref = useRef<E>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const place = ref.current;
    if (place === null || isSeen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: "200px" },
    );
    observer.observe(place);
    return () => observer.disconnect();
  }, [isSeen]);
  return [ref, isSeen];
}
