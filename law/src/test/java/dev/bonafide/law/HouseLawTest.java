package dev.bonafide.law;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The house law. Each rule says why it is there; whoever wants to break one changes the reason
 * first, in an ADR.
 */
class HouseLawTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.bonafide");

  private static final JavaClasses LAWBREAKER =
      new ClassFileImporter().importPackages("dev.bonafide.indicators.lawbreaker");

  private static final String[] DOMAIN =
      Rooms.DOMAIN.stream().map(room -> "dev.bonafide." + room + "..").toArray(String[]::new);

  private static final String[] RESULT =
      Stream.concat(Rooms.DOMAIN.stream(), Stream.of("engine", "report", "simulator", "flink"))
          .map(room -> "dev.bonafide." + room + "..")
          .toArray(String[]::new);

  // --- the rules that a single class can break -----------------------------------------------

  private static final ArchRule NO_CLOCK_NO_CHANCE =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .accessTargetWhere(
              target(
                  "a clock, chance or the machine's settings",
                  "java\\.time\\.\\w+\\.now",
                  "java\\.time\\.Clock\\.(system|tick).*",
                  "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty|identityHashCode)",
                  "java\\.util\\.(Random|SplittableRandom|Date)\\.<init>",
                  "java\\.util\\.UUID\\.randomUUID",
                  "java\\.lang\\.Math\\.random",
                  "java\\.security\\.SecureRandom\\..*",
                  "java\\.util\\.concurrent\\.ThreadLocalRandom\\..*"))
          .because(
              "a run today and a replay in a year, on any machine, must give the same bytes;"
                  + " time comes from the records and chance from nowhere");

  private static final ArchRule NO_DEFAULTS =
      noClasses()
          .that()
          .resideInAnyPackage(RESULT)
          .should()
          .accessTargetWhere(
              target(
                      "the default zone, locale or charset",
                      "java\\.time\\.ZoneId\\.systemDefault",
                      "java\\.util\\.(Locale|TimeZone)\\.getDefault",
                      "java\\.nio\\.charset\\.Charset\\.defaultCharset")
                  .or(
                      signature(
                          "formatting in the default locale or charset",
                          "java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*",
                          "java\\.lang\\.String\\.formatted\\(.*",
                          "java\\.lang\\.String\\.(toLowerCase|toUpperCase|getBytes)\\(\\)",
                          "java\\.lang\\.String\\.<init>\\(\\[B(, int, int)?\\)",
                          "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)")))
          .because(
              "results may not depend on where the machine stands: an Arabic or Turkish locale"
                  + " writes other digits and folds other letters");

  private static final ArchRule STRICT_MATH =
      noClasses()
          .that()
          .resideInAnyPackage(RESULT)
          .should()
          .accessTargetWhere(
              target(
                  "Math where results may differ in the last bit",
                  "java\\.lang\\.Math\\.(log|log10|log1p|exp|expm1|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot)"))
          .because(
              "the JIT may replace these by instructions that round differently; StrictMath may not,"
                  + " and sums of evidence are compared byte by byte");

  private static final ArchRule NO_OUTSIDE_WORLD =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.net..",
                      "java.sql..",
                      "javax.sql..",
                      "java.util.logging..",
                      "org.slf4j..",
                      "org.springframework..",
                      "org.apache..",
                      "picocli..",
                      "com.fasterxml..")
                  .or(nameMatching("java\\.nio\\.file\\.Files"))
                  .or(
                      nameMatching(
                          "java\\.io\\.(File|FileReader|FileWriter|FileInputStream|FileOutputStream|RandomAccessFile)")))
          .because(
              "domain rooms are plain values and functions: whoever calls them opens files, asks"
                  + " networks and keeps logs");

  private static final ArchRule NO_TOWERS =
      noClasses()
          .should()
          .haveNameMatching(
              ".*\\.(\\w*(Utils?|Helpers?|Managers?|Impl|Service|Dto|Bean)|Abstract\\w*|Base[A-Z]\\w*)")
          .orShould()
          .resideInAnyPackage(
              "..util..",
              "..utils..",
              "..common..",
              "..helper..",
              "..manager..",
              "..impl..",
              "..misc..")
          .because(
              "such names say nothing; behaviour belongs to the record that owns it, under the"
                  + " field's own word");

  private static final ArchRule NO_SETTERS =
      noMethods()
          .should()
          .haveNameMatching("set[A-Z].*")
          .because("an object exists complete or not at all; what changes is a new record");

  private static final ArchRule NO_OPTIONAL_FIELDS =
      noFields()
          .should()
          .haveRawType(Optional.class)
          .because("a field that may be absent is @Nullable and its Javadoc says what null means");

  private static final ArchRule FINAL_FIELDS =
      fields()
          .that()
          .areDeclaredInClassesThat(
              resideInAnyPackage("dev.bonafide.indicators.(*)..")
                  .and(not(nameMatching("dev\\.bonafide\\.indicators\\.\\w+")))
                  .and(not(modifier(JavaModifier.PRIVATE))))
          .should()
          .beFinal()
          .because(
              "an indicator is a pure function of its View: it has nothing that changes; what one"
                  + " evaluation counts up lives in private classes within it");

  private static final ArchRule NO_SPEAKING =
      noClasses()
          .that()
          .resideInAnyPackage(RESULT)
          .should()
          .accessTargetWhere(
              target(
                  "System.out, System.err, System.exit or printStackTrace",
                  "java\\.lang\\.System\\.(out|err|exit)",
                  ".*\\.printStackTrace",
                  "java\\.lang\\.Runtime\\.(exit|halt)"))
          .because(
              "standard output is data and the exit code is a contract: only cli and bench speak");

  private static final ArchRule DOWN_THE_LINE =
      classes()
          .should(new KnowOnlyAllowedRooms())
          .because(
              "the line runs one way (docs/structure.md): siblings meet only in engine, and nothing"
                  + " depends on a host");

  // --- tests ---------------------------------------------------------------------------------

  @TestFactory
  Stream<DynamicTest> theHouseKeepsItsLaw() {
    return rules()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)));
  }

  /** A check that can't fail is none. */
  @TestFactory
  Stream<DynamicTest> aLawbreakerIsCaughtByEachRule() {
    return rules()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    "bites: " + rule.getDescription(),
                    () -> assertThat(rule.evaluate(LAWBREAKER).hasViolation()).isTrue()));
  }

  private static Stream<ArchRule> rules() {
    return Stream.of(
            DOWN_THE_LINE,
            NO_CLOCK_NO_CHANCE,
            NO_DEFAULTS,
            STRICT_MATH,
            NO_OUTSIDE_WORLD,
            NO_TOWERS,
            NO_SETTERS,
            NO_OPTIONAL_FIELDS,
            FINAL_FIELDS,
            NO_SPEAKING)
        .map(rule -> rule.allowEmptyShould(true));
  }

  @Test
  void everyRoomIsKnownToTheLaw() throws IOException {
    Set<String> built =
        Pattern.compile("<module>(\\w+)</module>")
            .matcher(Files.readString(Path.of("../pom.xml")))
            .results()
            .map(match -> match.group(1))
            .filter(room -> !room.equals("law"))
            .collect(toCollection(TreeSet::new));
    Set<String> seen = HOUSE.stream().map(HouseLawTest::room).collect(toCollection(TreeSet::new));
    assertThat(built).as("rooms in pom.xml and rooms in Rooms").isEqualTo(Rooms.MAY_KNOW.keySet());
    assertThat(seen).as("rooms on the class path of law").containsAll(built);
  }

  @Test
  void everyPackageSaysWhatNullMeans() {
    Set<String> unmarked =
        HOUSE.stream()
            .map(JavaClass::getPackage)
            .filter(p -> !p.isAnnotatedWith(NullMarked.class))
            .map(p -> p.getName())
            .collect(toCollection(TreeSet::new));
    assertThat(unmarked).as("packages without @NullMarked in package-info.java").isEmpty();
  }

  /** Folders that are added do not know each other; what they share lies above them. */
  @TestFactory
  Stream<DynamicTest> whatIsAddedStandsAlone() {
    return Stream.of("sources", "indicators", "knowledge")
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room,
                    () ->
                        slices()
                            .matching("dev.bonafide." + room + ".(*)..")
                            .should()
                            .notDependOnEachOther()
                            .allowEmptyShould(true)
                            .because(
                                "adding or removing one touches one folder; what two share is lifted"
                                    + " into the room itself, with a name")
                            .check(HOUSE)));
  }

  // --- predicates ----------------------------------------------------------------------------

  static String room(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", -1);
    return parts.length > 2 ? parts[2] : "";
  }

  private static DescribedPredicate<JavaClass> not(
      DescribedPredicate<? super JavaClass> predicate) {
    return DescribedPredicate.not(predicate).forSubtype();
  }

  private static DescribedPredicate<JavaAccess<?>> target(String what, String... patterns) {
    return access(what, t -> t.getOwner().getName() + "." + t.getName(), patterns);
  }

  private static DescribedPredicate<JavaAccess<?>> signature(String what, String... patterns) {
    return access(what, AccessTarget::getFullName, patterns);
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String what, java.util.function.Function<AccessTarget, String> name, String... patterns) {
    Predicate<String> any =
        Stream.of(patterns)
            .map(Pattern::compile)
            .map(Pattern::asMatchPredicate)
            .reduce(Predicate::or)
            .orElseThrow();
    return describe("uses " + what, access -> any.test(name.apply(access.getTarget())));
  }
}
