import { describe, expect, it } from "vitest";
import { dateOf } from "../../src/attribution/calendar.ts";

/** A Wednesday. */
const from = "2024-05-15";

describe("dateOf", () => {
  it.each([
    ["today", "2024-05-15"],
    ["late yesterday evening", "2024-05-14"],
    ["Monday", "2024-05-13"],
    ["Wednesday", "2024-05-15"],
    ["last Wednesday", "2024-05-08"],
    ["Thursday", "2024-05-09"],
    ["Friday last week", "2024-05-10"],
    ["last week", "2024-05-06/2024-05-12"],
    ["the weekend", "2024-05-11/2024-05-12"],
    ["earlier this month", "2024-05"],
    ["the start of the year", "2024"],
    ["28 October", "2023-10-28"],
    ["Oct. 28", "2023-10-28"],
    ["the 20th", "2024-04-20"],
    ["March 12, 2009", "2009-03-12"],
    ["Sunday, 12 May 2024", "2024-05-12"],
    ["2024-02-29", "2024-02-29"],
    ["late May 2023", "2023-05"],
    ["December last year", "2023-12"],
    ["the summer of 2019", "2019-06/2019-08"],
    ["'82", "1982"],
    ["’07", "2007"],
    ["the last week of March", "2024-03-25/2024-03-31"],
    ["the first week of April", "2024-04-01/2024-04-07"],
    ["October of next year", "2025-10"],
    ["last winter", "2023-12/2024-02"],
    ["Christmas Eve", "2023-12-24"],
    ["the third quarter", "2023-07/2023-09"],
    ["last year's fourth quarter", "2023-10/2023-12"],
    ["the first nine months of 2010", "2010-01/2010-09"],
    ["the three months to March", "2024-01/2024-03"],
    ["just over 24 hours ago", "2024-05-14"],
    ["a week ago", "2024-05-08"],
    ["two weeks ago", "2024-04-29/2024-05-05"],
    ["twenty-five years ago", "1999"],
    ["the past three days", "2024-05-12/2024-05-15"],
    ["the previous day", "2024-05-14"],
    ["the early 1990s", "1990/1999"],
    ["28 March and 2 April", "2024-03-28/2024-04-02"],
    ["3 to 7 May", "2024-05-03/2024-05-07"],
    ["April 3-7, 2021", "2021-04-03/2021-04-07"],
    ["2019 to 2021", "2019/2021"],
    ["9 a.m. Monday", "2024-05-13"],
    ["Sunday night local time", "2024-05-12"],
    ["the early hours of Sunday", "2024-05-12"],
    ["noon", "2024-05-15"],
  ])("%s → %s", (phrase, value) => {
    expect(dateOf(phrase, { from })).toBe(value);
  });

  it.each([
    "recent weeks",
    "the past few days",
    "several years ago",
    "that day",
    "a week later",
    "the future",
    "31 February 2020",
    "the eve of the war",
    "7 to 3 May",
  ])("%s cannot be told", (phrase) => {
    expect(dateOf(phrase, { from })).toBeNull();
  });

  it.each([
    ["Friday", "2024-05-17"],
    ["Wednesday", "2024-05-15"],
    ["next Wednesday", "2024-05-22"],
    ["28 October", "2024-10-28"],
    ["this weekend", "2024-05-18/2024-05-19"],
    ["January", "2025-01"],
  ])("%s lies ahead: %s", (phrase, value) => {
    expect(dateOf(phrase, { from, future: true })).toBe(value);
  });

  it("takes a day of last year for one to come where no tense tells and it is near", () => {
    expect(dateOf("3 June", { from })).toBe("2024-06-03");
    expect(dateOf("3 June", { from, future: false })).toBe("2023-06-03");
    expect(dateOf("28 October", { from })).toBe("2023-10-28");
  });

  it.each([
    ["the previous day", ["2024-04-10"], "2024-04-09"],
    ["four days later", ["1978-05-14"], "1978-05-18"],
    ["the same evening", ["2024-04-10"], "2024-04-10"],
    ["that month", ["2024-04-10"], "2024-04"],
    ["that day", ["2024-04-10", "2024-05"], "2024-04-10"],
    ["the last of those days", ["2024-04-03/2024-04-07"], "2024-04-07"],
    ["the same period last year", ["2024-04"], "2023-04"],
    ["that day", ["2019"], null],
    ["a week later", ["2023-11"], null],
    ["the previous day", ["2023-11"], null],
  ])("%s after %j is %s", (phrase, told, value) => {
    expect(dateOf(phrase, { from, told })).toBe(value);
  });

  it("counts nothing without the day of the article, but keeps what stands by itself", () => {
    expect(dateOf("Monday", { from: null })).toBeNull();
    expect(dateOf("9 May 2019", { from: null })).toBe("2019-05-09");
  });
});
