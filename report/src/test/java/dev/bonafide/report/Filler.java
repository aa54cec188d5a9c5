package dev.bonafide.report;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** Fills a record and all that it holds with one text wherever a text may stand. */
final class Filler {
  private Filler() {}

  static <T> T filled(Class<T> type, String text) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getGenericType(), text);
    }
    Constructor<T> constructor = type.getDeclaredConstructor(types);
    return constructor.newInstance(values);
  }

  private static Object value(Type type, String text) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType list) {
      Type item = list.getActualTypeArguments()[0];
      List<Object> items = new ArrayList<>();
      if (item == Double.class) {
        return List.of(-1.0, 1.0);
      }
      // One of each named case, so that no branch of the page is left out.
      if (item instanceof Class<?> c && c.isEnum()) {
        items.addAll(List.of(c.getEnumConstants()));
      } else {
        items.add(value(item, text));
      }
      return items;
    }
    if (type == String.class) {
      return text;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == int.class || type == Integer.class) {
      return 7;
    }
    if (type == long.class || type == Long.class) {
      return 20_000L;
    }
    if (type == double.class) {
      return 1.5;
    }
    Class<?> c = (Class<?>) type;
    return c.isEnum() ? c.getEnumConstants()[1] : filled(c, text);
  }
}
