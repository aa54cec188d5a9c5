package dev.bonafide.linking.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FieldsTest {
  @Test
  void headersTellTheMeaningOfColumnsOfPeople() {
    Fields fields =
        read(
            "rec_id,Given Name,lastName,date_of_birth,E-Mail,Mobile Phone,ZIP,city,soc_sec_id",
            "1,ann,lee,1980-01-02,ann@a.example,+44 20 7946 0001,SW1A 1AA,london,123-45-6789",
            "2,bob,ray,1981-02-03,bob@a.example,+44 20 7946 0002,SW1A 1AB,leeds,123-45-6780",
            "3,cyd,kay,1982-03-04,cyd@a.example,+44 20 7946 0003,SW1A 1AC,bath,123-45-6781");
    assertThat(meanings(fields))
        .containsEntry("Given Name", Meaning.GIVEN_NAME)
        .containsEntry("lastName", Meaning.SURNAME)
        .containsEntry("date_of_birth", Meaning.DATE)
        .containsEntry("E-Mail", Meaning.MAIL)
        .containsEntry("Mobile Phone", Meaning.PHONE)
        .containsEntry("ZIP", Meaning.POSTCODE)
        .containsEntry("city", Meaning.PLACE)
        .containsEntry("soc_sec_id", Meaning.IDENTIFIER)
        .doesNotContainKey("rec_id");
  }

  @Test
  void valuesTellWhereHeadersAreSilent() {
    Fields fields =
        read(
            "a,b,c,d,e",
            "x.y@a.example,1980-01-02,the quick brown fox,12.50,1999",
            "z.w@a.example,1981-02-03,jumps over lazy dogs,13.75,2001",
            "u.v@a.example,1982-03-04,and runs far away,99.99,2003");
    assertThat(meanings(fields))
        .isEqualTo(
            Map.of(
                "a", Meaning.MAIL,
                "b", Meaning.DATE,
                "c", Meaning.TEXT,
                "d", Meaning.NUMBER,
                "e", Meaning.YEAR));
  }

  @Test
  void whatBonafideNeverReadsIsLeftOutAlsoWhenItIsNamed() {
    String[] rows = {
      "surname,gender,Nationality,race_ethnicity,birth_place,age",
      "lee,f,xx,a,leeds,30",
      "ray,m,yy,b,bath,40"
    };
    assertThat(meanings(read(rows))).containsOnlyKeys("surname");
    Fields named =
        read(
            Set.of("surname", "gender", "nationality", "race_ethnicity", "age", "birth_place"),
            rows);
    assertThat(meanings(named)).containsOnlyKeys("surname", "birth_place");
    assertThat(named.left()).contains(new Fields.Left("gender", "not read on purpose"));
  }

  @Test
  void aFullNameIsComparedOnlyInWhatItsPartsDoNotSay() {
    Fields fields =
        read(
            "full_name,both,first_name,surname",
            "ann marie lee,ann lee,ann,lee",
            "bob the builder ray,bob ray,bob,ray",
            "cyd kay,cyd kay,cyd,kay",
            "dan of york poe,dan poe,dan,poe");
    Field<?> rest =
        fields.compared().stream()
            .filter(f -> f.name().equals("full_name"))
            .findFirst()
            .orElseThrow();
    assertThat(rest.texts()).containsExactly("marie", "of york", "the builder");
    assertThat(rest.slot().read(List.of("eve anna fox", "", "eve", "fox"))).isEqualTo("anna");
    assertThat(fields.left())
        .contains(new Fields.Left("both", "says nothing that is not in first_name, surname"));
  }

  @Test
  void emptyAndConstantColumnsTellNothing() {
    Fields fields = read("surname,state,note", "lee,wa,n/a", "ray,wa,", "kay,wa,unknown");
    assertThat(fields.left())
        .contains(new Fields.Left("state", "always the same"), new Fields.Left("note", "empty"));
  }

  @Test
  void tooManyColumnsAreCutToThoseThatTellMost() {
    StringBuilder head = new StringBuilder("c0");
    StringBuilder one = new StringBuilder("x0");
    StringBuilder two = new StringBuilder("y0");
    for (int c = 1; c < 20; c++) {
      head.append(",c").append(c);
      one.append(",x").append(c);
      two.append(",y").append(c);
    }
    Fields fields = read(head.toString(), one.toString(), two.toString());
    assertThat(fields.compared()).hasSize(Fields.MOST);
    assertThat(fields.left()).hasSize(5);
  }

  private static Map<String, Meaning> meanings(Fields fields) {
    return fields.compared().stream().collect(Collectors.toMap(Field::name, Field::meaning));
  }

  private static Fields read(String... lines) {
    return read(Set.of(), lines);
  }

  private static Fields read(Set<String> named, String... lines) {
    String[] head = lines[0].split(",");
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < head.length; c++) {
      Map<String, Integer> number = new HashMap<>();
      List<String> distinct = new ArrayList<>();
      int[] at = new int[lines.length - 1];
      for (int r = 0; r < at.length; r++) {
        String[] cells = lines[r + 1].split(",", -1);
        String cell = cells[c];
        at[r] =
            number.computeIfAbsent(
                cell,
                text -> {
                  distinct.add(text);
                  return distinct.size() - 1;
                });
      }
      columns.add(new Column(head[c], distinct, at));
    }
    return Fields.of(columns, new int[lines.length - 1], named, Map.of());
  }

  @Test
  void levelsDoNotDependOnTheOrderOfTheTwo() {
    Field<?> names =
        Field.of(
            new Slot("surname", 0, Meaning.SURNAME, false, List.of()),
            "smith smyth smythe schmidt jones johns jonas de la cruz cruz".split(" "));
    for (int a = 0; a < names.texts().size(); a++) {
      for (int b = 0; b < names.texts().size(); b++) {
        if (a != b) {
          assertThat(names.between(a, b)).isEqualTo(names.between(b, a));
        }
      }
    }
    assertThat(Arrays.stream(names.value()).max().orElseThrow())
        .isEqualTo(names.texts().size() - 1);
  }
}
