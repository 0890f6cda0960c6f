// Starts the app: taste first (so that nothing flashes), then words, then the router.
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../look/tokens.css";
import "../look/fonts.css";
import "../look/base.css";
import "../look/print.css";
import { createQueryClient } from "../source/queries.ts";
import { loadLanguage } from "../words/languages.ts";
import { LanguageProvider } from "./language.tsx";
import { createAppRouter } from "./router.tsx";
import { applyTheme, readLanguage, readTheme } from "./taste.ts";

const place = document.getElementById("app");
if (place === null) throw new Error("index.html has no #app to draw in");

// A relative address is read anew at every address that the router goes to: the icon's is fixed while it is right.
const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
icon?.setAttribute("href", icon.href);

applyTheme(readTheme());
const first = await loadLanguage(readLanguage());
const router = createAppRouter();

createRoot(place).render(
  <StrictMode>
    <LanguageProvider first={first}>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
