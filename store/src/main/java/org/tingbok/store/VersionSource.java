package org.tingbok.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// All claims, the latest recorded first.
record VersionSource(Session session, String standing, Filter filter) implements ClaimSearch.Source {
  @Override
  public List<ClaimKey> next(Optional<ClaimKey> after, int most) throws SQLException {
    return session.list(
        "SELECT p.newest, p.first, p.later, p.what FROM claim_version p WHERE p.first < ?" + standing
            + filter.onVersions() + " ORDER BY p.first DESC LIMIT ?",
        ClaimSearch::key,
        after.map(ClaimKey::first).orElse(Long.MAX_VALUE), most);
  }

  @Override
  public boolean unsure(ClaimKey key) {
    return false;
  }

  @Override
  public boolean sure() {
    return true;
  }

  @Override
  public long count() throws SQLException {
    return session.number(
        "SELECT count(*) FROM claim_version p WHERE p.first > 0" + standing + filter.onVersions());
  }
}
