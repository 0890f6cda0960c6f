// A table: cities to find one's way by, from GeoNames (CC BY 4.0), 2 decimals. No country is named; larger ones first.
import type { Position } from "../../src/model/place.ts";

/** A city and its names in the three languages. */
export interface City {
  readonly at: Position;
  readonly names: Readonly<Record<"en" | "uk" | "ru", string>>;
}

type Row = readonly [lon: number, lat: number, en: string, uk: string, ru: string];

const ROWS: readonly Row[] = [
  [37.62, 55.75, "Moscow", "Москва", "Москва"],
  [30.52, 50.45, "Kyiv", "Київ", "Киев"],
  [27.57, 53.9, "Minsk", "Мінськ", "Минск"],
  [36.25, 49.98, "Kharkiv", "Харків", "Харьков"],
  [30.74, 46.49, "Odesa", "Одеса", "Одесса"],
  [35.04, 48.47, "Dnipro", "Дніпро", "Днепр"],
  [37.8, 48.02, "Donetsk", "Донецьк", "Донецк"],
  [39.19, 51.67, "Voronezh", "Воронеж", "Воронеж"],
  [44.5, 48.71, "Volgograd", "Волгоград", "Волгоград"],
  [38.98, 45.05, "Krasnodar", "Краснодар", "Краснодар"],
  [45.99, 51.54, "Saratov", "Саратов", "Саратов"],
  [49.12, 55.79, "Kazan", "Казань", "Казань"],
  [50.14, 53.21, "Samara", "Самара", "Самара"],
  [24.02, 49.84, "Lviv", "Львів", "Львов"],
  [35.12, 47.85, "Zaporizhzhia", "Запоріжжя", "Запорожье"],
  [28.86, 47.01, "Chisinau", "Кишинів", "Кишинёв"],
  [34.11, 44.96, "Simferopol", "Сімферополь", "Симферополь"],
  [39.31, 48.57, "Luhansk", "Луганськ", "Луганск"],
  [37.54, 47.1, "Mariupol", "Маріуполь", "Мариуполь"],
  [31.99, 46.98, "Mykolaiv", "Миколаїв", "Николаев"],
  [32.61, 46.64, "Kherson", "Херсон", "Херсон"],
  [48.04, 46.35, "Astrakhan", "Астрахань", "Астрахань"],
  [28.47, 49.23, "Vinnytsia", "Вінниця", "Винница"],
  [34.55, 49.59, "Poltava", "Полтава", "Полтава"],
  [31.29, 51.51, "Chernihiv", "Чернігів", "Чернигов"],
  [34.8, 50.92, "Sumy", "Суми", "Сумы"],
  [36.18, 51.73, "Kursk", "Курськ", "Курск"],
  [36.58, 50.6, "Belgorod", "Бєлгород", "Белгород"],
  [34.32, 53.27, "Bryansk", "Брянськ", "Брянск"],
  [33.52, 44.61, "Sevastopol", "Севастополь", "Севастополь"],
  [36.48, 45.36, "Kerch", "Керч", "Керчь"],
  [37.62, 54.2, "Tula", "Тула", "Тула"],
  [32.05, 54.78, "Smolensk", "Смоленськ", "Смоленск"],
  [41.44, 52.73, "Tambov", "Тамбов", "Тамбов"],
  [45.01, 53.2, "Penza", "Пенза", "Пенза"],
  [41.96, 45.03, "Stavropol", "Ставрополь", "Ставрополь"],
  [37.76, 44.73, "Novorossiysk", "Новоросійськ", "Новороссийск"],
  [37.57, 48.73, "Kramatorsk", "Краматорськ", "Краматорск"],
  [32.27, 48.51, "Kropyvnytskyi", "Кропивницький", "Кропивницкий"],
  [28.68, 50.25, "Zhytomyr", "Житомир", "Житомир"],
];

/** In drawing order: where two would overlap, the first is drawn. */
export const CITIES: readonly City[] = ROWS.map(([lon, lat, en, uk, ru]) => ({
  at: [lon, lat],
  names: { en, uk, ru },
}));
