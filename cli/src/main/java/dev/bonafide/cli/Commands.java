package dev.bonafide.cli;

import org.jspecify.annotations.Nullable;

/** Makes the commands, which need the screen. */
final class Commands {
  private Commands() {}

  static @Nullable Object create(Class<?> type, Screen screen) {
    if (type == Analyze.class) {
      return new Analyze(screen);
    } else if (type == Demo.class) {
      return new Demo(screen);
    } else if (type == ScreenApplicants.class) {
      return new ScreenApplicants(screen);
    } else if (type == InterviewCheck.class) {
      return new InterviewCheck(screen);
    } else if (type == Read.class) {
      return new Read(screen);
    } else if (type == Who.class) {
      return new Who(screen);
    } else if (type == SourceList.class) {
      return new SourceList(screen);
    } else if (type == IndicatorList.class) {
      return new IndicatorList(screen);
    } else if (type == Simulate.class) {
      return new Simulate(screen);
    } else if (type == Evaluate.class) {
      return new Evaluate(screen);
    } else if (type == Resolve.class) {
      return new Resolve(screen);
    } else if (type == Names.class) {
      return new Names(screen);
    } else if (type == Measure.class) {
      return new Measure(screen);
    } else if (type == Calibrate.class) {
      return new Calibrate(screen);
    } else if (type == LinkPeople.class) {
      return new LinkPeople(screen);
    } else if (type == Why.class) {
      return new Why(screen);
    } else if (type == WhyNot.class) {
      return new WhyNot(screen);
    } else if (type == How.class) {
      return new How(screen);
    } else if (type == WhoElse.class) {
      return new WhoElse(screen);
    }
    return null;
  }
}
