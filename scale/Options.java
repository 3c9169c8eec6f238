/// Prints what Spark wants a JVM to be started with; run from source by the launcher.
public class Options {
  /// Prints it.
  ///
  /// @param words none
  public static void main(String[] words) {
    System.out.println(org.apache.spark.launcher.JavaModuleOptions.defaultModuleOptions());
  }
}
