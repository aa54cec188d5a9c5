package dev.bonafide.law;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** A class knows its own room and the rooms that {@link Rooms#MAY_KNOW} gives it. */
final class KnowOnlyAllowedRooms extends ArchCondition<JavaClass> {
  KnowOnlyAllowedRooms() {
    super("know only the rooms that stand before theirs");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String room = HouseLawTest.room(type);
    Set<String> allowed = Rooms.MAY_KNOW.getOrDefault(room, Set.of());
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass();
      if (!target.getPackageName().startsWith("dev.bonafide.")) {
        continue;
      }
      String other = HouseLawTest.room(target);
      if (!other.equals(room) && !allowed.contains(other)) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }
}
