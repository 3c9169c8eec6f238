#!/bin/sh
# root.sh JAVA ROOT: lays out in ROOT what an image needs beside the program: the Java in JAVA, the C library that it is linked to (an image
# from nothing has none), an account, and folders that may be written to.
set -eu
java=$1
root=$2
rm -rf "$root"
mkdir -p "$root/usr/lib/tingbok" "$root/etc" "$root/tmp" "$root/var/lib/tingbok"
cp -rL "$java" "$root/usr/lib/tingbok/java"
# Every library of the machine that anything in there asks for, under the path by which the loader looks for it.
{
  find "$java" -name '*.so' -o -path '*/bin/java' | xargs ldd 2>/dev/null |
    sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p; s/^[[:space:]]*\(\/[^ ]*ld-linux[^ ]*\) .*/\1/p'
  for name in libnss_dns.so.2 libnss_files.so.2 libresolv.so.2; do
    ldconfig -p | sed -n "s/.*$name .*=> //p" | head -n 1
  done
} | grep -v "^$java" | sort -u | while read -r library; do
  mkdir -p "$root${library%/*}"
  cp -L "$library" "$root$library"
done
echo 'tingbok:x:10001:10001::/var/lib/tingbok:/none' >"$root/etc/passwd"
echo 'tingbok:x:10001:' >"$root/etc/group"
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
# Jib leaves empty folders out of account otherwise.
: >"$root/tmp/.keep"
: >"$root/var/lib/tingbok/.keep"
