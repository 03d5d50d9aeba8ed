import assert from 'node:assert/strict';
import { readManifest } from '../../../../src/core/manifests/index.ts';
import { table } from '../reading.ts';

describe('package.xml', () => {
  table('package.xml', {
    'reads names in sections of character data': [
      '<package format="3"><depend><![CDATA[a]]></depend></package>',
      'pkg:ros/a - runtime depend',
    ],
    'reads the dependencies of a ROS package': [
      '<?xml version="1.0"?><package format="3"><name>x</name><buildtool_depend>ament_cmake</buildtool_depend><depend version_gte="1.2">rclcpp</depend><exec_depend>a</exec_depend><test_depend>b</test_depend><conflict>no</conflict></package>',
      'pkg:ros/ament_cmake - build buildtool_depend',
      'pkg:ros/rclcpp 1.2 runtime depend',
      'pkg:ros/a - runtime exec_depend',
      'pkg:ros/b - test test_depend',
    ],
  });

  it('takes no PEAR package for one of ROS', () => {
    assert.equal(
      readManifest('package.xml', '<package xmlns="http://pear.php.net/dtd/package-2.0"><name>x</name></package>'),
      undefined,
    );
  });
});
