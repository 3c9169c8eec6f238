package org.tingbok.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds the arrows between modules, and the order of packages inside core.
class LayersTest {
  /// Earlier ones never see later ones.
  private static final List<String> CORE_IN_ORDER =
      List.of("vocabulary", "document", "text", "mention", "claim", "query",
          "ledger", "analysis");

  private static final String[] CORE = CORE_IN_ORDER.stream().map(LayersTest::within).toArray(String[]::new);

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.tingbok");

  @Test
  void seesEveryModule() {
    for (String module : List.of("reading", "second", "store", "exchange", "testkit", "scale", "app", "benchmarks")) {
      assertThat(CLASSES.containPackage("org.tingbok." + module)).as(module).isTrue();
    }
  }

  @Test
  void modulesSeeOnlyWhatTheirArrowsAllow() {
    layers().layer("core").definedBy(CORE).layer("reading").definedBy(within("reading"))
        .layer("second").definedBy(within("second")).layer("store")
        .definedBy(within("store")).layer("exchange").definedBy(within("exchange")).layer("testkit")
        .definedBy(within("testkit")).layer("scale").definedBy(within("scale")).layer("app").definedBy(within("app"))
        .layer("benchmarks").definedBy(within("benchmarks"))
        .whereLayer("core").mayNotAccessAnyLayer()
        .whereLayer("reading").mayOnlyAccessLayers("core")
        .whereLayer("second").mayOnlyAccessLayers("core", "reading")
        .whereLayer("store").mayOnlyAccessLayers("core")
        .whereLayer("exchange").mayOnlyAccessLayers("core")
        .whereLayer("testkit").mayOnlyAccessLayers("core")
        .whereLayer("scale").mayOnlyAccessLayers("core", "reading", "store", "exchange")
        .whereLayer("app").mayOnlyAccessLayers("core", "reading", "second", "store", "exchange")
        .check(CLASSES);
  }

  @Test
  void corePackagesSeeOnlyEarlierOnes() {
    LayeredArchitecture order = layers();
    for (String name : CORE_IN_ORDER) {
      order = order.layer(name).definedBy(within(name));
    }
    for (int place = 0; place < CORE_IN_ORDER.size(); place++) {
      String[] earlier = CORE_IN_ORDER.subList(0, place).toArray(String[]::new);
      LayeredArchitecture.LayerDependencySpecification layer = order.whereLayer(CORE_IN_ORDER.get(place));
      order = place == 0 ? layer.mayNotAccessAnyLayer() : layer.mayOnlyAccessLayers(earlier);
    }
    order.check(CLASSES);
  }

  private static LayeredArchitecture layers() {
    return layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
  }

  private static String within(String name) {
    return "org.tingbok." + name + "..";
  }
}
