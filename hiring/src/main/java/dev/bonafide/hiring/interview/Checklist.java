package dev.bonafide.hiring.interview;

import java.util.List;

/**
 * What interviewers may note: only what can be seen or heard to happen, never how somebody speaks,
 * looks or feels. After the advisories of the US and the Republic of Korea (October 2023) and FBI
 * IC3 (July 2025), without what they list and this program refuses.
 */
public final class Checklist {
  /**
   * An item, answered by yes, no or not seen.
   *
   * @param fairness what to offer or keep in mind, so that it asks the same of everybody
   */
  public record Item(String text, String fairness) {}

  public static final List<Item> ITEMS =
      List.of(
          new Item(
              "The same person attended this round and the ones before (two interviewers, each for"
                  + " themselves: yes, no, unsure).",
              "Unsure is an answer. Changed hair, light, illness and cameras are ordinary."),
          new Item(
              "The name shown when joining was that of the application.",
              "Nicknames, shared accounts and earlier names are ordinary: ask once."),
          new Item(
              "The camera was on, or one of the offered alternatives was used (a visit, a notary, a"
                  + " colleague nearby).",
              "Offer the alternatives to everybody before asking. Only who refuses all of them is worth"
                  + " a question."),
          new Item(
              "When asked, the person turned the head or passed a hand before the face, or used an"
                  + " alternative.",
              "Ask everybody of the round, and say why."),
          new Item(
              "A second voice was heard answering or prompting.",
              "Family, a shared office and an announced interpreter are ordinary."),
          new Item(
              "A shared screen showed an account, profile or project of another name.",
              "Write down what was shown, not what it may mean."),
          new Item(
              "A follow-up that depends on the answer before it was answered.",
              "Ask everybody one two-part question. Time to think is fine."),
          new Item(
              "Facts that the person stated (employer, dates, place) were told the same again.",
              "Ask only what the application itself says; the same questions for everybody."),
          new Item(
              "The person asked for pay in crypto-currency or to somebody else's account.",
              "Having no bank account is ordinary: ask what would help."),
          new Item(
              "The interview was put off three times or more.",
              "Care, illness and time zones are ordinary; offer other hours."));

  private Checklist() {}
}
